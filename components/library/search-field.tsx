import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Icon } from '../ui/icon.tsx';
import type { Library } from './library-state.ts';
import { focusRow, isWriting } from './use-list-keys.ts';

/** Searches as one types. «/» goes to it from anywhere but a field, also where an Arabic keyboard has «ظ» on that key. */
export function SearchField({ library }: { library: Library }) {
  const { t } = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { search } = library.view.value;
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        if (!['/', 'ظ'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey)
          return;
        if (isWriting(event.target) || document.querySelector(':modal')) return;
        if (!field.current?.checkVisibility()) return;
        event.preventDefault();
        field.current.focus();
        field.current.select();
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
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
