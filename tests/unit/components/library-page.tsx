import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, vi, type Mock } from 'vitest';
import { createDesk, type Desk } from '../../../components/library/desk.ts';
import type { KeptOrder } from '../../../components/library/kept-order.ts';
import { LibraryDialogs } from '../../../components/library/library-dialogs.tsx';
import { LibraryPane } from '../../../components/library/library-pane.tsx';
import { ShelfNav } from '../../../components/library/shelf-nav.tsx';
import { createToasts, ToastRegion } from '../../../components/ui/toasts.tsx';
import type { Flags } from '../../../utils/library/change-items.ts';
import { linkEntry } from '../../../utils/library/entry.ts';
import type { Item } from '../../../utils/library/item.ts';
import type { ListQuery } from '../../../utils/library/list.ts';

/** happy-dom knows no popovers: those of ours are there for it all the time. */
HTMLElement.prototype.showPopover ??= () => undefined;
HTMLElement.prototype.hidePopover ??= () => undefined;

export function itemOf(id: string, part: Partial<Item> = {}): Item {
  const link = { url: `https://news.example/${id}`, title: `مقالة ${id}`, addresses: [] };
  return {
    ...linkEntry(id, link, Date.now()).item,
    kind: 'article',
    siteName: 'صحيفة المثال',
    lang: 'ar',
    publishedTime: '2026-11-20',
    readingMinutes: { min: 3, max: 4 },
    complete: true,
    textLength: 900,
    ...part,
  };
}

export const tagged = (...names: string[]): Item['tags'] =>
  names.map((name) => ({ name, stamp: '', removed: false }));

export type SendMessage = Mock<(type: string, data: never) => Promise<unknown>>;

/** The background's library, as far as a page asks for it. */
export function answerFrom(sendMessage: SendMessage, rows: Item[]): void {
  const items = new Map(rows.map((item) => [item.id, item]));
  const set = (ids: string[], flags: Flags): string[] => {
    for (const id of ids) {
      const item = items.get(id);
      if (!item) continue;
      const { deleted, ...others } = flags;
      const deletedAt = deleted === undefined ? item.deletedAt : deleted ? 1 : null;
      items.set(id, { ...item, ...others, deletedAt });
    }
    return ids;
  };
  const names = (item: Item) => item.tags.map(({ name }) => name);
  const shelfOf = ({ deletedAt, archived }: Item) =>
    deletedAt !== null ? 'trash' : archived ? 'archive' : 'list';
  const list = (query: ListQuery) => {
    const found = [...items.values()].filter(
      (item) =>
        (query.shelf === 'kept' ? item.deletedAt === null : shelfOf(item) === query.shelf) &&
        (query.tag === null || names(item).includes(query.tag)) &&
        (query.site === null || item.siteName === query.site) &&
        query.only.every((flag) => flag !== 'favourite' || item.favourite),
    );
    const { offset, limit } = query;
    return { items: found.slice(offset, offset + limit), total: found.length };
  };
  const facts = () => {
    const all = [...items.values()];
    const on = (shelf: string) => all.filter((item) => shelfOf(item) === shelf).length;
    const tags = [...new Set(all.flatMap(names))];
    return {
      shelves: { list: on('list'), archive: on('archive'), trash: on('trash') },
      favourites: all.filter(({ favourite }) => favourite).length,
      links: 0,
      partial: 0,
      tags: tags.map((name) => ({
        name,
        count: all.filter((item) => names(item).includes(name)).length,
      })),
    };
  };
  const search = ({ query, offset, limit }: { query: string; offset: number; limit: number }) => {
    const chips: string[] = query.match(/\p{L}+:\S+/gu) ?? [];
    const words = query.split(' ').filter((word) => word && !chips.includes(word));
    const found = [...items.values()].filter(({ title }) =>
      words.every((word: string) => title.includes(word)),
    );
    return {
      results: found.slice(offset, offset + limit).map((item) => ({
        item,
        headline: words
          .map((word) => [item.title.indexOf(word), item.title.indexOf(word) + word.length])
          .slice(0, 1),
        passage: { text: 'جاء بالقاهرة <b>أمس', marks: [[4, 12]] },
      })),
      total: found.length,
      waiting: 0,
      chips: chips.map((label) => ({ kind: 'site', label })),
    };
  };
  const answers: Record<string, (data: never) => unknown> = {
    listItems: list,
    libraryFacts: facts,
    itemIds: (which: { tag: string } | { shelf: string }) =>
      [...items.values()]
        .filter((item) =>
          'tag' in which ? names(item).includes(which.tag) : shelfOf(item) === which.shelf,
        )
        .map(({ id }) => id),
    listSites: () => [...new Set([...items.values()].map(({ siteName }) => siteName))],
    search,
    setFlags: ({ ids, flags }: { ids: string[]; flags: Flags }) => set(ids, flags),
  };
  sendMessage.mockImplementation(async (name, data) => answers[name]?.(data));
}

/** From now on these messages are not answered. */
export function failing(sendMessage: SendMessage, ...types: string[]): void {
  const answer = sendMessage.getMockImplementation();
  sendMessage.mockImplementation(async (name, data) => {
    if (types.includes(name)) throw new Error('closed');
    return answer?.(name, data);
  });
}

export const all = (place: Element, id: string): HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
];

export const titles = (place: Element): (string | undefined)[] =>
  all(place, 'library-item').map((row) => row.querySelector('.name')?.textContent);

export interface Shown {
  place: HTMLElement;
  desk: Desk;
  opened: string[];
  followed: string[];
  exported: string[][];
}

const noOrder: KeptOrder = { load: async () => null, save: async () => undefined };

export async function showLibrary(kept: KeptOrder = noOrder): Promise<Shown> {
  const place = document.createElement('div');
  document.body.append(place);
  const toasts = createToasts();
  const desk = createDesk(toasts, kept, new AbortController().signal);
  const shown: Shown = { place, desk, opened: [], followed: [], exported: [] };
  await act(() => {
    render(
      <>
        <ShelfNav desk={desk} />
        <LibraryPane
          desk={desk}
          currentId={null}
          onOpen={({ id }) => shown.opened.push(id)}
          onFollow={({ id }) => void shown.followed.push(id)}
          onExport={(ids) => void shown.exported.push(ids)}
          thumbnail={null}
          choosing
          withShelves={false}
          level={1}
        />
        <LibraryDialogs desk={desk} />
        <ToastRegion toasts={toasts} />
      </>,
      place,
    );
  });
  await vi.waitFor(() =>
    expect(
      place.querySelector('[data-testid="library-list"], [data-testid="state-library-failed"]'),
    ).not.toBeNull(),
  );
  return shown;
}

/** Opens the menu of a row and presses a line of it. */
export async function pressInMenu(place: Element, row: number, name: string): Promise<void> {
  const button = all(place, 'library-item')[row]?.querySelector<HTMLElement>(
    '[data-testid="row-menu"]',
  );
  await act(() => button?.click());
  await act(() => all(place, name)[0]?.click());
}

export function press(
  target: Element | null | undefined,
  key: string,
  how: KeyboardEventInit = {},
) {
  return act(
    () =>
      void target?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how }),
      ),
  );
}

export async function type(field: HTMLElement | undefined, text: string): Promise<void> {
  await act(() => {
    if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
