import type { Signal } from '@preact/signals';
import type { Picture } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { onLibraryChanged } from '../library/library-changes.ts';
import { isOfOne, itemIdOf, readingOf, subjectOfItem, withEdits, type Subject } from './subject.ts';

/**
 * Keeps what is shown true to the library: after every change, made here or elsewhere, it is asked
 * again whether the article is saved. The text under the reader's eyes stays what it is.
 *
 * @param tabId the tab whose page is shown, null where it shows another or there is none
 */
export function followLibrary(
  subject: Signal<Subject>,
  tabId: () => number | null,
  until: AbortSignal,
): void {
  let asked = 0;
  const ask = async (): Promise<void> => {
    const turn = ++asked;
    const about = subject.value;
    try {
      const current = await askAgain(about, tabId());
      if (turn !== asked || !isOfOne(about, subject.value)) return;
      subject.value = current(subject.value);
    } catch (error) {
      // What is shown stays; the next change asks again.
      console.error(error);
    }
  };
  onLibraryChanged(() => void ask(), until);
}

type Renewal = (shown: Subject) => Subject;
const same: Renewal = (shown) => shown;

async function askAgain(about: Subject, tabId: number | null): Promise<Renewal> {
  if (about.kind === 'article' && about.from === 'page') {
    const reading = readingOf(about.article);
    const found = await sendMessage('findSaved', { reading, tabId });
    const item = found?.kind === 'article' ? found : null;
    const edits = item ? await sendMessage('editsOf', { id: item.id }) : [];
    return (shown) => (shown.kind === 'article' ? withEdits({ ...shown, item }, edits) : shown);
  }
  const id = itemIdOf(about);
  if (id === null) return same;
  const opened = subjectOfItem(id, await sendMessage('openItem', { id }));
  return (shown) =>
    shown.kind === 'article' && opened.kind === 'article'
      ? withEdits(
          {
            ...shown,
            item: opened.item,
            pictures: samePictures(shown.pictures ?? [], opened.pictures ?? []),
          },
          opened.edits ?? [],
        )
      : opened;
}

/** The list shown where nothing of it has changed, so that its pictures are not read again. */
function samePictures(shown: readonly Picture[], now: readonly Picture[]): readonly Picture[] {
  const names = (pictures: readonly Picture[]): string =>
    pictures.map(({ address, hash }) => `${hash} ${address}`).join('\n');
  return names(shown) === names(now) ? shown : now;
}
