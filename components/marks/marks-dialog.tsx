import { useRef } from 'preact/hooks';
import { textDirection } from '../../utils/arabic/direction.ts';
import type { Colour, Edit } from '../../utils/library/item.ts';
import type { Mark, Marks } from '../../utils/library/edits/marks.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { plain } from '../ui/plain.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { Text } from '../article/text.tsx';
import { Quote } from './note-dialog.tsx';
import { Swatches } from './tools.tsx';

interface MarksDialogProps {
  marks: Marks;
  /** What was hidden by hand. */
  hidden: readonly Edit[];
  onClose: () => void;
  onJump: (mark: Mark) => void;
  onColour: (mark: Mark, colour: Colour) => void;
  /** null: a note on the article. */
  onNote: (mark: Mark | null, note: Edit | null) => void;
  onRemove: (mark: Mark) => void;
  onShow: (edit: Edit) => void;
}

const ITEMS = {
  rows: '.mark-item',
  focus: (item: HTMLElement): void => item.querySelector('button')?.focus(),
};

/** All that the reader marked, noted and hid in the article. */
export function MarksDialog(props: MarksDialogProps) {
  const { marks, hidden, onClose, onNote } = props;
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, ITEMS);
  return (
    <Dialog
      name="marks"
      title={t('marksTitle')}
      leave={t('marksClose')}
      onCancel={onClose}
      actions={
        <Button look="quiet" icon="note" data-testid="add-note" onClick={() => onNote(null, null)}>
          {t('noteOnArticle')}
        </Button>
      }
    >
      <div ref={list} class="marks-list" role="group" aria-label={t('marksTitle')} tabIndex={-1}>
        {marks.notes.map((note) => (
          <div key={note.id} class="mark-item" data-id={note.id} data-testid="article-note">
            <NoteText note={note} />
            <div class="mark-doing">
              <Button look="quiet" data-testid="edit-note" onClick={() => onNote(null, note)}>
                {t('noteEdit')}
              </Button>
            </div>
          </div>
        ))}
        {marks.marks.map((mark) => (
          <MarkItem key={mark.name} mark={mark} {...props} />
        ))}
        {marks.notes.length + marks.marks.length + hidden.length === 0 && <p>{t('marksNone')}</p>}
        {hidden.length > 0 && <h3>{t('hiddenByHand')}</h3>}
        {hidden.map((edit) => (
          <div key={edit.id} class="mark-item" data-id={edit.id} data-testid="hidden-block">
            <p class="sample">
              <Text>{plain(edit.value) ?? t('hiddenUnnamed')}</Text>
            </p>
            <Button look="quiet" data-testid="show-block" onClick={() => props.onShow(edit)}>
              {t('putBack')}
            </Button>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function MarkItem({ mark, hidden, ...props }: MarksDialogProps & { mark: Mark }) {
  const { onJump, onColour, onNote, onRemove } = props;
  const { t } = useI18n();
  const isThere = mark.anchors.length > 0;
  const isShown = mark.anchors.some(({ block }) =>
    hidden.every(({ anchor }) => anchor?.block !== block),
  );
  return (
    <div class="mark-item" data-id={mark.name} data-colour={mark.colour} data-testid="mark-item">
      {mark.quote && <Quote text={mark.quote} />}
      {!isThere && (
        <p class="lost" data-testid="mark-lost">
          {t('markLost')}
        </p>
      )}
      {mark.note && <NoteText note={mark.note} />}
      <div class="mark-doing">
        {isShown && (
          <Button look="quiet" data-testid="jump-to-mark" onClick={() => onJump(mark)}>
            {t('markJump')}
          </Button>
        )}
        <Button look="quiet" data-testid="edit-note" onClick={() => onNote(mark, mark.note)}>
          {t(mark.note ? 'noteEdit' : 'note')}
        </Button>
        {mark.pieces.length > 0 && (
          <span class="swatches">
            <Swatches colour={mark.colour} onPick={(colour) => onColour(mark, colour)} />
          </span>
        )}
        <IconButton
          label={t(mark.pieces.length > 0 ? 'markRemove' : 'noteRemove')}
          icon="delete"
          data-testid="remove-mark"
          onClick={() => onRemove(mark)}
        />
      </div>
    </div>
  );
}

function NoteText({ note }: { note: Edit }) {
  const text = plain(note.value) ?? '';
  return (
    <p class="mark-note" data-testid="note" dir={textDirection(text) ?? 'auto'}>
      {text}
    </p>
  );
}
