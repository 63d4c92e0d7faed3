import { useId, useRef } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Icon } from '../ui/icon.tsx';
import type { Library } from './library-state.ts';
import { focusRow } from './use-list-keys.ts';

/** Searches as one types. A key goes to it from anywhere but a field. */
export function SearchField({ library }: { library: Library }) {
  const { t } = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { search } = library.view.value;
  return (
    <div class="search" role="search">
      <label for={id} class="visually-hidden">
        {t('searchLibrary')}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={field}
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        placeholder={t('searchLibrary')}
        data-testid="search"
        value={search}
        onInput={(event) => library.show({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') {
            event.preventDefault();
            library.show({ search: '' });
          } else if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.isComposing)) {
            event.preventDefault();
            focusRow(document.querySelector('[data-testid="library-item"]'));
          }
        }}
      />
      {search !== '' && (
        <IconButton
          label={t('clearSearch')}
          icon="close"
          data-testid="clear-field"
          onClick={() => {
            library.show({ search: '' });
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Goes to the field, where it is to be seen. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-testid="search"]');
  if (!field?.checkVisibility()) return;
  field.focus();
  field.select();
}
