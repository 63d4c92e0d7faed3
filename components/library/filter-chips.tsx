import type { MessageKey } from '../../utils/i18n.ts';
import { Text } from '../article/text.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Icon } from '../ui/icon.tsx';
import type { Library } from './library-state.ts';
import { isSearching, type Filters, type Only } from './list-view.ts';

export const ONLY_NAMES: Record<Only, MessageKey> = {
  unread: 'onlyUnread',
  link: 'keptLinks',
  partial: 'partialTexts',
};

interface Chip {
  key: string;
  label: string;
  remove: () => void;
}

/** What narrows the list, chosen or typed: each can be taken away again. */
export function FilterChips({ library }: { library: Library }) {
  const { t } = useI18n();
  const chips = chipsOf(library, t);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('filters')} data-testid="chips">
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            data-testid="chip"
            aria-label={t('removeFilter', label)}
            onClick={() => {
              remove();
              document.querySelector<HTMLElement>('[data-testid="search"]')?.focus();
            }}
          >
            <Text>{label}</Text>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function chipsOf(
  library: Library,
  t: (key: MessageKey, ...substitutions: string[]) => string,
): Chip[] {
  const { search, filters } = library.view.value;
  const { site, tag, only } = filters;
  const set = (part: Partial<Filters>) => () =>
    library.show({ filters: { ...library.view.value.filters, ...part } });
  const typed = isSearching(library.answered.value) ? library.chips.value : [];
  return [
    ...typed
      // The chosen ones are sent along with what is typed, and have their own chip.
      .filter(({ label }) => search.includes(label))
      .map(({ label }) => ({
        key: `typed ${label}`,
        label,
        remove: () => library.show({ search: without(search, label) }),
      })),
    ...(site === null
      ? []
      : [{ key: 'site', label: t('siteIs', site), remove: set({ site: null }) }]),
    ...(tag === null ? [] : [{ key: 'tag', label: t('tagIs', tag), remove: set({ tag: null }) }]),
    ...only.map((flag) => ({
      key: flag,
      label: t(ONLY_NAMES[flag]),
      remove: set({ only: only.filter((other) => other !== flag) }),
    })),
  ];
}

function without(search: string, label: string): string {
  return search
    .replace(label, () => ' ')
    .replaceAll(/\s+/gu, ' ')
    .trimStart();
}
