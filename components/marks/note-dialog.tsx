import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Text } from '../article/text.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { NoteAbout } from './marking.ts';
import { draftOf, keepDraft } from './note-drafts.ts';

interface NoteDialogProps {
  about: NoteAbout;
  /** What its draft is kept under. */
  draft: string;
  onCancel: () => void;
  /** Answers whether it is saved. */
  onSave: (text: string) => Promise<boolean>;
}

/** A note being written; without words it goes. What is typed is kept until it is saved or given up. */
export function NoteDialog({ about, draft, onCancel, onSave }: NoteDialogProps) {
  const { t } = useI18n();
  const [text, setText] = useState(about.text);
  const [failed, setFailed] = useState(false);
  const isTouched = useRef(false);
  const isSaving = useRef(false);
  const id = useId();
  const keep = (typed: string | null): void => {
    keepDraft(draft, typed === about.text ? null : typed).catch(console.error);
  };
  useEffect(() => {
    draftOf(draft).then((typed) => {
      if (typed !== null && !isTouched.current) setText(typed);
    }, console.error);
  }, [draft]);
  const save = async (): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    setFailed(false);
    const done = await onSave(text);
    isSaving.current = false;
    if (done) keep(null);
    else setFailed(true);
  };
  return (
    <Dialog
      name="note"
      title={t(about.name === null ? 'noteOnArticle' : 'note')}
      firm={text !== about.text}
      onDismiss={onCancel}
      onCancel={() => {
        keep(null);
        onCancel();
      }}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={save}>
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
          onInput={({ currentTarget }) => {
            isTouched.current = true;
            setText(currentTarget.value);
            keep(currentTarget.value);
          }}
        />
        {failed && (
          <p role="alert" data-testid="note-failed">
            {t('changeFailed')}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** A passage as it stands in the article, a paragraph each block. */
export function Quote({ text }: { text: string }) {
  return (
    <blockquote class="mark-quote">
      {text.split('\n').map((line, index) => (
        <Text as="p" key={index}>
          {line}
        </Text>
      ))}
    </blockquote>
  );
}
