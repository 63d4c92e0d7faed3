import { headlineDirection } from '../../utils/arabic/direction.ts';
import type { Item } from '../../utils/library/item.ts';
import type { Foreseen } from '../../utils/library/import/preview.ts';
import type { ImportCounts } from '../../utils/library/import/source.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { siteOf, titleOf } from '../library/item-words.ts';
import { Facts } from '../ui/facts.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { reasonKey } from './words.ts';

interface ImportPreviewProps {
  foreseen: Foreseen;
  bringBack: boolean;
  onBringBack: (bringBack: boolean) => void;
}

const ROWS = [
  ['new', 'import_new'],
  ['improved', 'import_toImprove'],
  ['known', 'import_here'],
  ['twice', 'import_twice'],
  ['skipped', 'import_skipped'],
  ['faulty', 'import_faulty'],
] as const satisfies [keyof ImportCounts, MessageKey][];

/** Some of what would come in, by name: whether it is the file that was meant. */
function FirstOf({ items, all }: { items: readonly Item[]; all: number }) {
  const { t, plural } = useI18n();
  if (items.length === 0) return null;
  return (
    <div class="first-rows">
      {all > items.length && <p class="legend">{t('import_first')}</p>}
      <ul data-testid="import-first">
        {items.map((item) => (
          <li key={item.id}>
            <span class="name" dir={headlineDirection(titleOf(item), item.dir)}>
              {titleOf(item)}
            </span>
            <Facts extraClass="aside" facts={[siteOf(item)]} />
          </li>
        ))}
      </ul>
      {all > items.length && (
        <p class="aside" data-testid="import-more">
          {plural('import_more', all - items.length)}
        </p>
      )}
    </div>
  );
}

/** What an import would do, before it does it. */
export function ImportPreview({ foreseen: counts, bringBack, onBringBack }: ImportPreviewProps) {
  const { t, plural, number } = useI18n();
  const reasons = [...counts.reasons].toSorted(([, a], [, b]) => b - a);
  const nothing = counts.new + counts.improved + counts.deletedBefore === 0;
  return (
    <div class="told" data-testid="import-preview">
      {nothing && <p>{t('import_nothingNew')}</p>}
      <dl class="counts">
        {ROWS.filter(([row]) => row === 'new' || counts[row] > 0).map(([row, key]) => (
          <div key={row}>
            <dt>{t(key)}</dt>
            <dd data-testid={`import-count-${row}`}>{plural('libraryCount', counts[row])}</dd>
          </div>
        ))}
      </dl>
      <FirstOf items={counts.first} all={counts.new + counts.improved} />
      {reasons.length > 0 && (
        <div>
          <p class="legend">{t('import_reasons')}</p>
          <ul class="reasons">
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                {t(reasonKey(reason))} <span class="count">{number(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {counts.deletedBefore > 0 && (
        <label class="pick">
          <input
            type="checkbox"
            checked={bringBack}
            data-testid="bring-back"
            onChange={(event) => onBringBack(event.currentTarget.checked)}
          />
          <span class="pick-name">
            {t('import_bringBack')}
            <span class="count">{plural('libraryCount', counts.deletedBefore)}</span>
          </span>
          <span class="aside">{t('import_bringBack_use')}</span>
        </label>
      )}
    </div>
  );
}
