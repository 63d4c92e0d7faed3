import { useId, useState } from 'preact/hooks';
import { foldWords } from '../../utils/arabic/fold.ts';
import type { TagCount } from '../../utils/library/tags.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';

interface RenameTagDialogProps {
  tag: string;
  known: TagCount[];
  onCancel: () => void;
  onRename: (from: string, to: string) => void;
}

/** Another name for a tag; where there is a tag of that name, it says that the two become one. */
export function RenameTagDialog({ tag, known, onCancel, onRename }: RenameTagDialogProps) {
  const { t } = useI18n();
  const id = useId();
  const [typed, setTyped] = useState(tag);
  const folded = foldWords(typed);
  const other = known.find(
    ({ name }) => foldWords(name) === folded && foldWords(name) !== foldWords(tag),
  );
  const save = (): void => {
    if (folded === '') return;
    if (typed.trim() === tag) onCancel();
    else onRename(tag, other?.name ?? typed);
  };
  return (
    <Dialog
      name="rename-tag"
      title={t('renameTag', tag)}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" disabled={folded === ''} onClick={save}>
          {t(other ? 'mergeTags' : 'rename')}
        </Button>
      }
    >
      <div class="dialog-field">
        <label for={id}>{t('newName')}</label>
        <input
          id={id}
          class="input"
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={80}
          data-testid="tag-name"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) save();
          }}
        />
        <p class="hint" role="status" data-testid="merge-note">
          {other && t('tagExists', other.name)}
        </p>
      </div>
    </Dialog>
  );
}
