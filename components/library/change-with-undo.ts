import type { I18n, MessageKey, PluralKey } from '../../utils/i18n.ts';
import type { Flags } from '../../utils/library/change-items.ts';
import type { Toast, Toasts } from '../ui/toasts.tsx';
import { withRest } from './partly-done.ts';
import type { Library } from './library-state.ts';

/** What can be taken back. */
export type Undoable = 'delete' | 'archive' | 'unarchive';

interface Means {
  library: Pick<Library, 'change'>;
  toasts: Toasts;
  i18n: I18n;
  /** The focus goes to «undo», because what had it is gone. */
  takeFocus: boolean;
  /** The tab that shows the item's page, whose badge follows; null where none is known. */
  tabId: number | null;
  /** Called once it is done, at least in part, and only then, with what is left. */
  onDone?: (rest: readonly string[]) => void;
}

interface Change {
  flags: Flags;
  back: Flags;
  done: PluralKey;
  undone: PluralKey;
  failed: MessageKey;
  undoFailed: MessageKey;
}

const CHANGES: Record<Undoable, Change> = {
  delete: {
    flags: { deleted: true },
    back: { deleted: false },
    done: 'deletedItems',
    undone: 'restoredItems',
    failed: 'deleteFailed',
    undoFailed: 'restoreFailed',
  },
  archive: {
    flags: { archived: true },
    back: { archived: false },
    done: 'archivedItems',
    undone: 'unarchivedItems',
    failed: 'changeFailed',
    undoFailed: 'changeFailed',
  },
  unarchive: {
    flags: { archived: false },
    back: { archived: true },
    done: 'unarchivedItems',
    undone: 'archivedItems',
    failed: 'changeFailed',
    undoFailed: 'changeFailed',
  },
};

/** Items changed by one message: what tells of their tab is part of it. */
interface Part {
  ids: readonly string[];
  tabId: number | null;
}

/** What a toast's «undo» takes back, so that a later one of the same kind still offers it. */
const offered = new WeakMap<Toast, { kind: Undoable; parts: Part[] }>();

/** Deletes, archives or takes out of the archive, and offers the way back, together with what was done so a moment before. */
export async function changeWithUndo(
  kind: Undoable,
  ids: readonly string[],
  means: Means,
): Promise<void> {
  const { library, toasts, i18n, tabId } = means;
  const { flags, done, failed } = CHANGES[kind];
  const changed = await library.change(ids, flags, tabId);
  if (changed.done === 0) {
    toasts.show({ text: i18n.t(failed) });
    return;
  }
  const rest = ids.slice(changed.done);
  means.onDone?.(rest);
  if (changed.ids.length === 0) {
    // All were so already, as far as it went.
    if (rest.length > 0) {
      toasts.show({ text: withRest(i18n, i18n.t('changeStopped'), rest.length) });
    }
    return;
  }
  const earlier = toasts.offer.value && offered.get(toasts.offer.value);
  const before = earlier?.kind === kind ? without(earlier.parts, changed.ids) : [];
  const parts = [...before, { ids: changed.ids, tabId }];
  const text = withRest(i18n, i18n.plural(done, countOf(parts)), rest.length);
  offerUndo(text, kind, parts, means);
}

/** What has been taken back by another way, or is gone for good, is no longer offered to be taken back. */
export function withdrawUndo(
  { offer }: Pick<Toasts, 'offer'>,
  kinds: readonly Undoable[],
  ids: readonly string[],
): void {
  const standing = offer.value && offered.get(offer.value);
  if (!standing || !kinds.includes(standing.kind)) return;
  standing.parts = without(standing.parts, ids);
  if (standing.parts.length === 0) offer.value = null;
}

function offerUndo(text: string, kind: Undoable, parts: Part[], means: Means): void {
  const { i18n, toasts, takeFocus } = means;
  const offer = { kind, parts };
  const run = (): void => void undo(kind, offer.parts, means);
  const toast: Toast = { text, action: { label: i18n.t('undo'), name: 'undo', run }, takeFocus };
  offered.set(toast, offer);
  toasts.show(toast);
}

async function undo(kind: Undoable, parts: Part[], means: Means): Promise<void> {
  const { library, toasts, i18n } = means;
  const { back, undone, undoFailed } = CHANGES[kind];
  const left: Part[] = [];
  let count = 0;
  for (const { ids, tabId } of parts) {
    const changed = await library.change(ids, back, tabId);
    count += changed.ids.length;
    const rest = ids.slice(changed.done);
    if (rest.length > 0) left.push({ ids: rest, tabId });
  }
  const rest = countOf(left);
  // Another window may have brought it back before, or deleted it for good.
  const none = i18n.t(rest > 0 ? undoFailed : 'nothingToChange');
  const text = count > 0 ? withRest(i18n, i18n.plural(undone, count), rest) : none;
  if (rest > 0) offerUndo(text, kind, left, means);
  else toasts.show({ text });
}

function without(parts: readonly Part[], ids: readonly string[]): Part[] {
  const gone = new Set(ids);
  return parts
    .map((part) => ({ ...part, ids: part.ids.filter((id) => !gone.has(id)) }))
    .filter((part) => part.ids.length > 0);
}

function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { ids }) => sum + ids.length, 0);
}
