import { useId } from 'preact/hooks';
import { foldWords } from '../../utils/arabic/fold.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Popover } from '../ui/popover.tsx';
import { ONLY_NAMES } from './filter-chips.tsx';
import { siteOf } from './item-words.ts';
import type { Library } from './library-state.ts';
import type { Filters, Only } from './list-view.ts';

const ONLY: readonly Only[] = ['unread', 'link', 'partial'];

/** Narrows the list by site, tag, and what has not been read or has no whole text. */
export function FilterMenu({ library }: { library: Library }) {
  const { t } = useI18n();
  const { filters, shelf } = library.view.value;
  const { site, tag, only } = filters;
  const set = (part: Partial<Filters>): void => library.show({ filters: { ...filters, ...part } });
  const shown = (library.rows.value ?? []).flatMap(({ item }) => siteOf(item) ?? []);
  const sites = [...library.sites.value, ...shown];
  const tags = (library.facts.value?.tags ?? []).map(({ name }) => name);
  return (
    <Popover
      label={t('filters')}
      name="filter-menu"
      icon="filter"
      onOpen={() => void library.askSites()}
    >
      <fieldset class="field">
        <legend class="legend">{t('showOnly')}</legend>
        {ONLY.map((flag) => (
          <label key={flag} class="menu-item">
            <input
              type="checkbox"
              checked={only.includes(flag)}
              data-testid={`only-${flag}`}
              onChange={(event) =>
                set({
                  only: event.currentTarget.checked
                    ? [...only, flag]
                    : only.filter((other) => other !== flag),
                })
              }
            />
            {t(ONLY_NAMES[flag])}
          </label>
        ))}
      </fieldset>
      <Choice
        label={t('site')}
        name="filter-site"
        value={site}
        choices={sites}
        onChoose={(chosen) => set({ site: chosen })}
      />
      {shelf.kind !== 'tag' && (
        <Choice
          label={t('tag')}
          name="filter-tag"
          value={tag}
          choices={tags}
          onChoose={(chosen) => set({ tag: chosen })}
        />
      )}
    </Popover>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  value: string | null;
  choices: string[];
  onChoose: (chosen: string | null) => void;
}

function Choice({ label, name, value, choices, onChoose }: ChoiceProps) {
  const { t } = useI18n();
  const id = useId();
  // Names that fold alike are one, and the one chosen is spelled as it was.
  const spelled = [...choices, ...(value === null ? [] : [value])];
  const all = [...new Map(spelled.map((one) => [foldWords(one), one])).values()].toSorted((a, b) =>
    a.localeCompare(b, 'ar'),
  );
  if (all.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="select"
        data-testid={name}
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{t('any')}</option>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  );
}
