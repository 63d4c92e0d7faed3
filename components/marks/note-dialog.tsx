import { useId, useState } from 'preact/hooks';
import { textDirection } from '../../utils/arabic/direction.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { NoteAbout } from './marking.ts';

interface NoteDialogProps {
  about: NoteAbout;
  onCancel: () => void;
  onSave: (text: string) => void;
}

/** A note being written; without words it goes. */
export function NoteDialog({ about, onCancel, onSave }: NoteDialogProps) {
  const { t } = useI18n();
  const [text, setText] = useState(about.text);
  const id = useId();
  return (
    <Dialog
      name="note"
      title={t(about.name === null ? 'noteOnArticle' : 'note')}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={() => onSave(text)}>
          {t('save')}
        </Button>
      }
    >
      <div class="dialog-field">
        {about.quote && <Quote text={about.quote} />}
        <label for={id}>{t('noteText')}</label>
        <textarea
          id={id}
          class="input"
          rows={5}
          dir="auto"
          maxLength={20_000}
          autofocus
          data-testid="note-text"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

/** A passage as it stands in the article, a paragraph each block. */
export function Quote({ text }: { text: string }) {
  return (
    <blockquote class="mark-quote">
      {text.split('\n').map((line, index) => (
        <p key={index} dir={textDirection(line) ?? 'auto'}>
          {line}
        </p>
      ))}
    </blockquote>
  );
}
