import type { I18n } from '../../utils/i18n.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Correction } from './correct-dialog.tsx';
import type { Desk } from './desk.ts';
import { inParts } from './in-parts.ts';

/** What the dialogs of the library do once they are agreed to. The lists hear of it as of every change. */
export function perform(desk: Desk, i18n: I18n, onDone: () => void) {
  const { library, chosen, toasts } = desk;

  async function run(
    ids: readonly string[],
    work: (part: string[]) => Promise<void>,
    then: (count: number) => void = () => undefined,
  ): Promise<void> {
    onDone();
    const count = await inParts(ids, work, library.working);
    if (count > 0) then(count);
    else toasts.show({ text: i18n.t('changeFailed') });
    await library.load();
  }

  return {
    tag(ids: string[], add: string[], remove: string[]) {
      if (add.length === 0 && remove.length === 0) return onDone();
      void run(
        ids,
        (part) => sendMessage('tagItems', { ids: part, add, remove }),
        () => chosen.leave(),
      );
    },
    rename(from: string, to: string) {
      void run(
        [from],
        () => sendMessage('renameTag', { from, to }),
        () => {
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
    purge(ids: string[] | 'all', count: number) {
      const tell = (gone: number): void => {
        chosen.leave();
        toasts.show({ text: i18n.plural('purgedItems', gone) });
      };
      if (ids !== 'all') void run(ids, (part) => sendMessage('purgeItems', { ids: part }), tell);
      else
        void run(
          ['all'],
          () => sendMessage('purgeItems', { ids }),
          () => tell(count),
        );
    },
  };
}
