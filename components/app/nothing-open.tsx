import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { StateCard } from '../ui/state-card.tsx';
import { isEmptyLibrary } from '../library/list-view.ts';
import type { ReaderState } from './reader-state.ts';

/** The reading pane with nothing open in it: there is something to choose, or something to bring in, or nothing to say. */
export function NothingOpen({ reader }: { reader: ReaderState }) {
  const { t } = useI18n();
  const { rows, facts, failed } = reader.desk.library;
  // The page has a name in every state.
  const silent = <h1 class="visually-hidden">{t('library')}</h1>;
  if (failed.value !== null || rows.value === null) return silent;
  if (rows.value.length > 0) {
    return <StateCard name="none" drawing="sheet" title={t('chooseArticle')} />;
  }
  // The list beside it says why it is empty; of what is not counted yet nothing is said.
  if (facts.value === null || !isEmptyLibrary(facts.value)) return silent;
  return (
    <StateCard
      name="nothing-yet"
      drawing="sheet"
      title={t('pressNeeded')}
      hint={t('importHint')}
      actions={
        <Button
          data-testid="state-import"
          onClick={() => (reader.exchanging.value = { kind: 'import' })}
        >
          {t('import')}
        </Button>
      }
    />
  );
}
