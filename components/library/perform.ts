import type { I18n } from '../../utils/i18n.ts';
import { sendMessage } from '../../utils/messages.ts';
import { withdrawUndo } from './change-with-undo.ts';
import type { Correction } from './correct-dialog.tsx';
import type { Desk } from './desk.ts';
import { leaveDone, withRest } from './partly-done.ts';
import { inParts } from './in-parts.ts';

/** What the dialogs of the library do once they are agreed to. The lists hear of it as of every change. */
export function perform(desk: Desk, i18n: I18n, onDone: () => void) {
  const { library, chosen, toasts } = desk;

  /** @param then told how many were done: fewer than `total` where it was cancelled or failed on the way */
  async function run(
    ids: readonly string[],
    work: (part: string[]) => Promise<void>,
    then: (count: number, total: number) => void = () => undefined,
  ): Promise<void> {
    onDone();
    const count = await inParts(ids, work, library.working);
    if (count > 0 || ids.length === 0) then(count, ids.length);
    else toasts.show({ text: i18n.t('changeFailed') });
    await library.load();
  }

  async function idsOf(which: { tag: string } | { shelf: 'trash' }): Promise<string[] | null> {
    try {
      return await sendMessage('itemIds', which);
    } catch (error) {
      console.error(error);
      onDone();
      toasts.show({ text: i18n.t('changeFailed') });
      return null;
    }
  }

  return {
    tag(ids: string[], add: string[], remove: string[]) {
      if (add.length === 0 && remove.length === 0) return onDone();
      void run(
        ids,
        (part) => sendMessage('tagItems', { ids: part, add, remove }),
        (count, total) => {
          leaveDone(chosen, ids.slice(count));
          if (count === total) return;
          toasts.show({ text: withRest(i18n, i18n.t('changeStopped'), total - count) });
        },
      );
    },
    async rename(from: string, to: string) {
      const carrying = await idsOf({ tag: from });
      if (!carrying) return;
      await run(
        carrying,
        (ids) => sendMessage('renameTag', { ids, from, to }),
        (count, total) => {
          if (count < total) {
            const [done, of] = [i18n.number(count), i18n.number(total)];
            toasts.show({ text: i18n.t('tagPartlyRenamed', from, to, done, of) });
            return;
          }
          const { shelf } = library.view.value;
          if (shelf.kind === 'tag' && shelf.tag === from) {
            library.show({ shelf: { kind: 'tag', tag: to } });
          }
          toasts.show({ text: i18n.t('tagRenamed', from, to) });
        },
      );
    },
    correct(id: string, correction: Correction) {
      void run([id], () => sendMessage('correctItem', { id, ...correction }));
    },
    async purge(which: string[] | 'all') {
      const trashed = which === 'all' ? await idsOf({ shelf: 'trash' }) : which;
      if (!trashed) return;
      await run(
        trashed,
        (ids) => sendMessage('purgeItems', { ids }),
        (gone, total) => {
          leaveDone(chosen, trashed.slice(gone));
          withdrawUndo(toasts, ['delete', 'archive', 'unarchive'], trashed.slice(0, gone));
          toasts.show({ text: withRest(i18n, i18n.plural('purgedItems', gone), total - gone) });
        },
      );
    },
  };
}
