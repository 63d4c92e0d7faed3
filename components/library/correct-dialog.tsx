import { useId, useState } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import type { Item } from '../../utils/library/item.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { plain } from '../ui/plain.ts';

/** Absent leaves it, null goes back to what the page said. */
export interface Correction {
  title?: string | null;
  byline?: string | null;
}

interface CorrectDialogProps {
  item: Item;
  onCancel: () => void;
  onSave: (id: string, correction: Correction) => void;
}

/** Headline and byline as they should be; what the page said is kept, and one press away. */
export function CorrectDialog({ item, onCancel, onSave }: CorrectDialogProps) {
  const { t } = useI18n();
  const published = { title: plain(item.title) ?? '', byline: plain(item.byline) ?? '' };
  const [title, setTitle] = useState(item.corrected.title ?? published.title);
  const [byline, setByline] = useState(item.corrected.byline ?? published.byline);
  const save = (): void => {
    onSave(item.id, {
      title: corrected(title, published.title),
      byline: corrected(byline, published.byline),
    });
  };
  return (
    <Dialog
      name="correct"
      title={t('correct')}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <Field
        label="headline"
        name="correct-title"
        value={title}
        published={published.title}
        onChange={setTitle}
      />
      <Field
        label="byline"
        name="correct-byline"
        value={byline}
        published={published.byline}
        onChange={setByline}
      />
    </Dialog>
  );
}

/** Nothing typed, or what the page said, is no correction. */
function corrected(typed: string, published: string): string | null {
  const value = typed.replaceAll(/\s+/gu, ' ').trim();
  return value === '' || value === published ? null : value;
}

interface FieldProps {
  label: MessageKey;
  name: string;
  value: string;
  published: string;
  onChange: (value: string) => void;
}

function Field({ label, name, value, published, onChange }: FieldProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div class="dialog-field">
      <label for={id}>{t(label)}</label>
      <textarea
        id={id}
        class="input"
        rows={label === 'headline' ? 3 : 1}
        dir="auto"
        maxLength={1000}
        data-testid={name}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {value !== published && (
        <Button
          look="quiet"
          data-testid={`${name}-published`}
          onClick={(event) => {
            onChange(published);
            event.currentTarget.closest('.dialog-field')?.querySelector('textarea')?.focus();
          }}
        >
          {t('asPublished')}
        </Button>
      )}
    </div>
  );
}
