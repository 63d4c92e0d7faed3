import type { ImportCounts } from '../../utils/library/import/source.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { reasonKey } from './words.ts';

interface ImportPreviewProps {
  counts: ImportCounts;
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

/** What an import would do, before it does it. */
export function ImportPreview({ counts, bringBack, onBringBack }: ImportPreviewProps) {
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
