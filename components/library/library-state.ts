import { batch, signal, type Signal } from '@preact/signals';
import type { Flags } from '../../utils/library/change-items.ts';
import { libraryTrouble, type LibraryTrouble } from '../../utils/library/errors.ts';
import type { LibraryFacts } from '../../utils/library/facts.ts';
import type { Position, Shelf } from '../../utils/library/item.ts';
import type { SearchChip } from '../../utils/library/search/answer.ts';
import { sendMessage } from '../../utils/messages.ts';
import { askAllIds, askRows, withPassages, type Row, type Rows } from './ask.ts';
import { coalesced } from './coalesced.ts';
import { inParts, type Working } from './in-parts.ts';
import { orderBefore, type KeptOrder } from './kept-order.ts';
import { onLibraryChanged } from './library-changes.ts';
import { isSearching, queryOf, READING_LIST, stays, type ListView } from './list-view.ts';

/** Rows asked for at once: the first screen is there before a long list is read. */
const FIRST = 30;
/** Milliseconds of rest before all is counted: a save waits for whoever reads, and lists come first. */
const REST = 300;
/** Of a search, which is asked anew with every letter. */
const FIRST_FOUND = 15;
const MORE = 60;

export interface Library {
  view: Signal<ListView>;
  /** null until the first answer. */
  rows: Signal<Row[] | null>;
  /** All that answer the view, shown or not; at least so many where they are not counted yet. */
  total: Signal<number>;
  isCounted: Signal<boolean>;
  /** Filters found in what is typed. */
  chips: Signal<SearchChip[]>;
  /** How many articles a search could not look into yet. */
  waiting: Signal<number>;
  /** The view that rows, total and chips answer: behind `view` while one is asked for. */
  answered: Signal<ListView>;
  /** What there is of each shelf and tag; null until known. */
  facts: Signal<LibraryFacts | null>;
  /** Names of all sites; those last asked for, none before. */
  sites: Signal<string[]>;
  /** Why there is nothing to show, or null. */
  failed: Signal<LibraryTrouble | null>;
  show(view: Partial<ListView>): void;
  load(): Promise<void>;
  more(): Promise<void>;
  /** Asks for `sites`: it is time to, where they are to be chosen from. */
  askSites(): Promise<void>;
  /** Work on many that is under way, or null. */
  working: Signal<Working | null>;
  /** Sets flags. Rows follow at once, and come back where it fails. `tabId`: see `deleteItem`. */
  change(ids: readonly string[], flags: Flags, tabId: number | null): Promise<Changed>;
  /** Every id the view answers with, shown or not. */
  allIds(): Promise<string[]>;
  /** A row shows at once how far its article has been read. */
  read(id: string, position: Position): void;
}

export interface Changed {
  /** How many were gone over, from the first on: all, unless it failed or was cancelled on the way. */
  done: number;
  /** Ids of those that were not already so: what «undo» may take back. */
  ids: string[];
}

/** @param kept where the order is kept that the reader chose: asked for at once, before any row is */
export function createLibrary(kept: KeptOrder, until: AbortSignal): Library {
  const view = signal<ListView>(READING_LIST);
  const answered = signal<ListView>(READING_LIST);
  const rows = signal<Row[] | null>(null);
  const total = signal(0);
  const isCounted = signal(false);
  const chips = signal<SearchChip[]>([]);
  const waiting = signal(0);
  const facts = signal<LibraryFacts | null>(null);
  const sites = signal<string[]>([]);
  const failed = signal<LibraryTrouble | null>(null);
  const working = signal<Working | null>(null);
  /** Of several questions under way the last one's answer counts. */
  let asked = 0;
  /** The reader has chosen an order here: it stands over the one kept. */
  let ordered = false;
  const ready = orderBefore(kept).then((before) => {
    if (before && !ordered) view.value = { ...view.value, ...before };
  });
  /** The shelf whose rows came without their number, which the facts tell. */
  let uncounted: Shelf | null = null;

  async function ask(offset: number, limit: number, adopt: (found: Rows) => void): Promise<void> {
    const turn = ++asked;
    await ready;
    if (turn !== asked) return;
    const about = view.value;
    try {
      const found = await askRows(about, offset, limit);
      if (turn !== asked) return;
      batch(() => {
        uncounted = found.total === null ? wholeShelf(about) : null;
        if (found.total === null) takeCount(offset + found.rows.length + 1);
        else total.value = found.total;
        isCounted.value = found.total !== null || facts.value !== null;
        chips.value = found.chips;
        waiting.value = found.waiting;
        answered.value = about;
        failed.value = null;
        adopt(found);
      });
      const shown = rows.value;
      const full = await withPassages(about, shown ?? []);
      if (full && rows.value === shown) rows.value = full;
    } catch (error) {
      // Shown as a state of its own: a library that does not open is not an empty one.
      console.error(error);
      if (turn === asked) failed.value = rows.value === null ? libraryTrouble(error) : null;
    }
  }

  /** `least` there are for certain: the facts may be older than the rows. */
  function takeCount(least: number): void {
    total.value = Math.max(least, uncounted === null ? 0 : (facts.value?.shelves[uncounted] ?? 0));
  }

  async function askFacts(): Promise<void> {
    try {
      const told = await sendMessage('libraryFacts', undefined);
      batch(() => {
        facts.value = told;
        if (uncounted === null) return;
        takeCount(rows.value?.length ?? 0);
        isCounted.value = true;
      });
    } catch (error) {
      // The counts stay as they were; the list tells of the trouble.
      console.error(error);
    }
  }

  const load = (): Promise<void> =>
    ask(0, Math.max(FIRST, rows.value?.length ?? 0), (found) => (rows.value = found.rows));
  const count = coalesced(askFacts, REST);
  const follow = coalesced(async () => {
    await load();
    void count();
  });

  function keepOrder(): void {
    ordered = true;
    const { order, ascending } = view.value;
    // The list stands in it all the same.
    kept.save({ order, ascending }).catch((error: unknown) => console.warn(error));
  }

  /** What becomes of the rows once flags are set, before the library answers. */
  function foresee(ids: ReadonlySet<string>, flags: Flags): void {
    const shown = rows.value ?? [];
    const next = shown.flatMap((row): Row[] => {
      if (!ids.has(row.item.id)) return [row];
      if (!stays(row.item, flags, view.value)) return [];
      const { archived = row.item.archived, favourite = row.item.favourite } = flags;
      return [{ ...row, item: { ...row.item, archived, favourite } }];
    });
    total.value -= shown.length - next.length;
    rows.value = rows.value && next;
  }

  onLibraryChanged(() => void follow(), until);

  return {
    view,
    rows,
    total,
    isCounted,
    chips,
    waiting,
    answered,
    facts,
    sites,
    failed,
    working,
    load: follow,
    show(part) {
      view.value = { ...view.value, ...part };
      if (part.order !== undefined || part.ascending !== undefined) keepOrder();
      void ask(
        0,
        isSearching(view.value) ? FIRST_FOUND : FIRST,
        (found) => (rows.value = found.rows),
      );
    },
    async more() {
      const shown = rows.value ?? [];
      if (shown.length >= total.value) return;
      await ask(shown.length, MORE, (found) => {
        const known = new Set(shown.map(({ item }) => item.id));
        rows.value = [...shown, ...found.rows.filter(({ item }) => !known.has(item.id))];
      });
    },
    async askSites() {
      try {
        sites.value = await sendMessage('listSites', undefined);
      } catch (error) {
        // The sites of the rows shown can be chosen all the same.
        console.error(error);
      }
    },
    async change(ids, flags, tabId) {
      const before = rows.value;
      batch(() => foresee(new Set(ids), flags));
      const foreseen = rows.value;
      const changed: string[] = [];
      const work = async (part: string[]): Promise<void> => {
        changed.push(...(await send(part, flags, tabId)));
      };
      const done = await inParts(ids, work, working);
      if (done < ids.length && rows.value === foreseen) rows.value = before;
      await follow();
      return { done, ids: changed };
    },
    allIds: () => askAllIds(view.value),
    read(id, position) {
      const shown = rows.value;
      if (!shown?.some(({ item }) => item.id === id)) return;
      rows.value = shown.map((row) =>
        row.item.id === id ? { ...row, item: { ...row.item, position } } : row,
      );
    },
  };
}

function wholeShelf(view: ListView): Shelf | null {
  const { shelf } = queryOf(view);
  return shelf === 'kept' ? null : shelf;
}

/** Where a tab shows the page of what is deleted, its badge follows. */
async function send(ids: string[], flags: Flags, tabId: number | null): Promise<string[]> {
  const [id] = ids;
  if (id !== undefined && tabId !== null && flags.deleted !== undefined) {
    const found = await sendMessage(flags.deleted ? 'deleteItem' : 'restoreItem', { id, tabId });
    return found ? [id] : [];
  }
  return sendMessage('setFlags', { ids, flags });
}
