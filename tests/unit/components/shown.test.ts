import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openInTab } from '../../../components/app/other-pages.ts';
import { createPlace, showAnyway, showReading } from '../../../components/app/place.ts';
import { followLibrary } from '../../../components/app/shown-state.ts';
import { withoutItem, type ArticleSubject, type Subject } from '../../../components/app/subject.ts';
import { readArrival, withoutArrival } from '../../../utils/arrival.ts';
import type { Item } from '../../../utils/library/item.ts';
import { article, otherArticle } from '../library/samples.ts';

const { answers, sendMessage, heard, created, handOver } = vi.hoisted(() => ({
  answers: {} as Record<string, unknown>,
  sendMessage: vi.fn(),
  heard: new Set<() => void>(),
  created: vi.fn(),
  handOver: vi.fn(() => Promise.resolve('key')),
}));
vi.mock('../../../utils/messages.ts', () => ({
  sendMessage,
  onMessage: (_: string, hear: () => void) => {
    heard.add(hear);
    return () => heard.delete(hear);
  },
}));
vi.mock('../../../utils/handoff.ts', () => ({ handOver, showInPanel: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { tabs: { create: created }, runtime: { getURL: (path: string) => `x:/${path}` } },
}));

const item = { id: 'a', kind: 'article', deletedAt: null } as Item;
const link = { ...item, kind: 'link' } as Item;
const read = article();
let gone: AbortController;

beforeEach(() => {
  gone = new AbortController();
  for (const type of Object.keys(answers)) delete answers[type];
  sendMessage.mockReset().mockImplementation(async (type: string) => answers[type] ?? null);
  answers['editsOf'] = [];
  created.mockReset();
  handOver.mockClear();
});
afterEach(() => gone.abort());

const asked = (): string[] => sendMessage.mock.calls.map(([type]) => type as string);

function shown(part: Partial<ArticleSubject>): Subject {
  return { kind: 'article', article: read, item, from: 'page', ...part };
}

function follow(subject: Subject) {
  const followed = signal(subject);
  followLibrary(followed, () => 7, gone.signal);
  const change = (): void => {
    for (const hear of heard) hear();
  };
  return { followed, change };
}

test('an article of a page is no longer saved once it was deleted elsewhere', async () => {
  const { followed, change } = follow(shown({}));
  change();
  await vi.waitFor(() => expect(followed.value).toEqual(shown({ item: null })));
  const [, { reading, tabId }] = sendMessage.mock.calls[0] ?? [];
  expect(tabId).toBe(7);
  expect(reading).toMatchObject({ title: read.title, text: read.text });
  answers['findSaved'] = item;
  change();
  await vi.waitFor(() => expect(followed.value).toEqual(shown({ edits: [] })));
});

test('an article of the library that was deleted shows that, and comes back', async () => {
  const { followed, change } = follow(shown({ from: 'library' }));
  const deleted = { ...item, deletedAt: 5 };
  answers['openItem'] = { item: deleted, article: read };
  change();
  await vi.waitFor(() => expect(followed.value).toEqual({ kind: 'trashed', item: deleted }));
  answers['openItem'] = { item, article: read };
  change();
  await vi.waitFor(() => expect(followed.value).toEqual(shown({ from: 'library' })));
});

test('an article that was gone for good is shown again once it is back', async () => {
  const { followed, change } = follow(shown({ from: 'library' }));
  change();
  await vi.waitFor(() => expect(followed.value).toEqual({ kind: 'gone', id: 'a' }));
  answers['openItem'] = { item, article: read };
  change();
  await vi.waitFor(() => expect(followed.value).toEqual(shown({ from: 'library' })));
});

test('what the reader put back is seen, and the text stays in its place where nothing was', async () => {
  const edit = { id: 'e', kind: 'put-back', value: 'r1', removed: false };
  for (const from of ['page', 'library'] as const) {
    answers['findSaved'] = item;
    answers['editsOf'] = [edit];
    answers['openItem'] = { item, article: read, edits: [edit] };
    const { followed, change } = follow(shown({ from }));
    change();
    await vi.waitFor(() => expect(followed.value).toMatchObject({ edits: [edit] }));
    const before = followed.value as ArticleSubject;
    answers['findSaved'] = { ...item, archived: true };
    answers['editsOf'] = [{ ...edit }];
    answers['openItem'] = { item: answers['findSaved'], article: read, edits: [{ ...edit }] };
    change();
    await vi.waitFor(() => expect(followed.value).toMatchObject({ item: { archived: true } }));
    expect((followed.value as ArticleSubject).edits).toBe(before.edits);
  }
});

test('an answer about what was shown before changes nothing', async () => {
  const { followed, change } = follow(shown({}));
  change();
  const next = shown({ article: otherArticle() });
  followed.value = next;
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(followed.value).toBe(next);
});

test('one listener serves a page, and goes with it', () => {
  follow(shown({}));
  follow(shown({}));
  expect(heard.size).toBe(1);
  gone.abort();
  expect(heard.size).toBe(0);
});

test('what is left of a deleted thing is its page, or where it lies now', () => {
  expect(withoutItem(shown({}), shown({}))).toEqual(shown({ item: null }));
  const fromLibrary = shown({ from: 'library' });
  expect(withoutItem(fromLibrary, fromLibrary)).toEqual({ kind: 'trashed', item });
  const other = shown({ article: otherArticle() });
  expect(withoutItem(other, shown({}))).toBe(other);
});

test('a kept link is completed by the article of its page', async () => {
  answers['findSaved'] = link;
  answers['saveArticle'] = { kind: 'updated', item };
  const place = createPlace({ kind: 'working' });
  await showReading(place, { ok: true, article: read });
  expect(asked()).toEqual(['findSaved', 'saveArticle', 'keepPictures', 'editsOf']);
  expect(place.subject.value).toEqual(shown({ edits: [] }));
});

test('and not by a few lines selected there', async () => {
  answers['findSaved'] = link;
  const place = createPlace({ kind: 'working' });
  const few = article({ fromSelection: true });
  await showReading(place, { ok: true, article: few });
  expect(asked()).toEqual(['findSaved']);
  expect(place.subject.value).toEqual(shown({ article: few, item: null }));
});

test('nor by what a page without an article has of text', async () => {
  answers['findSaved'] = link;
  const place = createPlace({ kind: 'no-article', reason: 'list', url: read.url, anyway: read });
  await showAnyway(place);
  expect(asked()).toEqual(['findSaved']);
  expect(place.subject.value).toEqual(shown({ item: null }));
});

test('the full tab shows the saved text by its id, and no other text in its place', async () => {
  answers['openItem'] = { item, article: read };
  const top = { place: null, listen: false };
  await openInTab(shown({}), false, top);
  expect(created).toHaveBeenLastCalledWith({ url: 'x://reader.html?id=a' });
  const few = article({ text: 'سطر', fromSelection: true });
  await openInTab(shown({ article: few }), false, top);
  expect(created).toHaveBeenLastCalledWith({ url: 'x://live.html?key=key' });
  expect(handOver).toHaveBeenCalledWith({ ok: true, article: few });
});

test('the full tab is told where the text stood, and that it is to be read aloud', async () => {
  answers['openItem'] = { item, article: read };
  const place = { block: '0a1b2c3d4e5-1', offset: 42, share: 0.25 };
  await openInTab(shown({}), false, { place, listen: true });
  const [{ url }] = created.mock.lastCall as [{ url: string }];
  const { host, searchParams } = new URL(url);
  expect(host).toBe('reader.html');
  expect(readArrival(searchParams)).toEqual({ place, listen: true });
  expect(withoutArrival(searchParams).toString()).toBe('id=a');
});
