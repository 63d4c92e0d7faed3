import type { Edit } from '../../utils/library/item.ts';
import { hiddenBlocks } from '../../utils/library/edits/block-edits.ts';
import { currentEdits } from '../../utils/library/edits/current-edits.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { nameOf } from '../../utils/library/edits/marks.ts';

interface MarksLineProps {
  edits: readonly Edit[];
  onOpen: () => void;
}

/** One quiet line for what the reader marked, noted and hid; nothing where nothing is. */
export function MarksLine({ edits, onOpen }: MarksLineProps) {
  const { t, plural } = useI18n();
  const standing = currentEdits(edits);
  const names = (kind: Edit['kind']): number =>
    new Set(standing.flatMap((edit) => (edit.kind === kind ? nameOf(edit.id) : []))).size;
  const [marks, notes, hidden] = [names('highlight'), names('note'), hiddenBlocks(edits).size];
  if (marks + notes + hidden === 0) return null;
  return (
    <section class="removals small" data-testid="marks-line" aria-label={t('marksTitle')}>
      <div class="line">
        <Facts
          facts={[
            marks > 0 && plural('marksCount', marks),
            notes > 0 && plural('notesCount', notes),
            hidden > 0 && plural('hiddenCount', hidden),
          ]}
        />
        <Button look="quiet" data-testid="show-marks" onClick={onOpen}>
          {t('showRemovals')}
        </Button>
      </div>
    </section>
  );
}
