import { useI18n } from '../ui/i18n-context.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import type { Desk } from './desk.ts';
import { PurgeDialog } from './purge-dialog.tsx';
import { RenameTagDialog } from './rename-tag-dialog.tsx';
import { TagEditor } from './tag-editor.tsx';
import { perform } from './perform.ts';

/** Whatever the library is asking just now. */
export function LibraryDialogs({ desk }: { desk: Desk }) {
  const i18n = useI18n();
  const asked = desk.asking.value;
  if (!asked) return null;
  const onDone = (): void => void (desk.asking.value = null);
  const act = perform(desk, i18n, onDone);
  const tags = desk.library.facts.value?.tags ?? [];
  if (asked.kind === 'tags') {
    return (
      <TagEditor
        {...asked}
        known={tags}
        onCancel={onDone}
        onSave={(...given) => act.tag(...given)}
      />
    );
  }
  if (asked.kind === 'rename') {
    return (
      <RenameTagDialog
        {...asked}
        known={tags}
        onCancel={onDone}
        onRename={(...given) => void act.rename(...given)}
      />
    );
  }
  if (asked.kind === 'correct') {
    return (
      <CorrectDialog {...asked} onCancel={onDone} onSave={(...given) => act.correct(...given)} />
    );
  }
  return <PurgeDialog {...asked} onCancel={onDone} onPurge={(ids) => void act.purge(ids)} />;
}
