import type { ExportFormat } from '../../utils/exchange/out/formats.ts';
import type { I18n } from '../../utils/i18n.ts';
import type { Desk } from '../library/desk.ts';
import { isSearching } from '../library/list-view.ts';
import { SHELF_NAMES } from '../library/shelf-nav.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Picks } from './picks.tsx';

export type Scope = 'all' | 'shown' | 'chosen';

export interface ScopeChoice {
  value: Scope;
  label: string;
  /** How many; null until known. */
  count: number | null;
  /** null for all. */
  ids: () => Promise<readonly string[] | null>;
}

/** What of the library can be exported from where the reader is. */
export function scopesOf(
  { library }: Desk,
  { t }: I18n,
  chosen: string[] | null,
  format: ExportFormat,
): ScopeChoice[] {
  const shelves = library.facts.value?.shelves;
  // A backup has what is in the trash too.
  const all = shelves && shelves.list + shelves.archive + (format === 'backup' ? shelves.trash : 0);
  const { shelf } = library.answered.value;
  const name = shelf.kind === 'tag' ? shelf.tag : t(SHELF_NAMES[shelf.kind]);
  const searching = isSearching(library.answered.value);
  const scopes: ScopeChoice[] = [
    { value: 'all', label: t('export_all'), count: all ?? null, ids: () => Promise.resolve(null) },
    {
      value: 'shown',
      label: searching ? t('searchResults') : t('export_shown', name),
      count: library.total.value,
      ids: () => library.allIds(),
    },
  ];
  if (!chosen) return scopes;
  const own = { count: chosen.length, ids: () => Promise.resolve(chosen) };
  return [...scopes, { value: 'chosen', label: t('export_chosen'), ...own }];
}

interface ExportScopeProps {
  scopes: readonly ScopeChoice[];
  scope: Scope;
  onScope: (scope: Scope) => void;
}

export function ExportScope({ scopes, scope, onScope }: ExportScopeProps) {
  const { t, plural } = useI18n();
  return (
    <Picks
      legend={t('export_what')}
      name="export-scope"
      value={scope}
      onPick={onScope}
      picks={scopes.map(({ value, label, count }) => ({
        value,
        label,
        count: count === null ? null : plural('libraryCount', count),
      }))}
    />
  );
}
