import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { createSaving } from '../../../components/app/saving.ts';
import type { ArticleSubject, Subject } from '../../../components/app/subject.ts';
import type { Article } from '../../../utils/article/article.ts';
import type { Item } from '../../../utils/library/item.ts';
import type { SaveOutcome } from '../../../utils/library/requests.ts';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('../../../utils/messages.ts', () => ({ sendMessage }));

const item = { id: 'a', title: 'عنوان' } as Item;
const article = { url: 'https://news.example/a', title: 'عنوان' } as Article;

function start(answer: SaveOutcome | Error, isPrivate = false) {
  sendMessage.mockReset();
  if (answer instanceof Error) sendMessage.mockRejectedValue(answer);
  else sendMessage.mockResolvedValue(answer);
  const subject = signal<Subject>({ kind: 'article', article, item: null, from: 'page' });
  const told: string[] = [];
  const saving = createSaving({
    subject,
    tabId: () => 7,
    isPrivate: () => isPrivate,
    onSaved: (kind) => told.push(kind),
  });
  return { saving, subject, told };
}

const itemOf = (subject: Subject): Item | null => (subject as ArticleSubject).item;

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));

test('a save is shown once it is committed', async () => {
  const { saving, subject, told } = start({ kind: 'saved', item });
  await saving.save();
  expect(sendMessage).toHaveBeenCalledWith('saveArticle', {
    article,
    tabId: 7,
    onConflict: 'ask',
  });
  expect(itemOf(subject.value)).toBe(item);
  expect(told).toEqual(['saved']);
});

test('what needs a saved article saves it first, and waits for the reader where saving asks', async () => {
  const { saving, subject } = start({ kind: 'saved', item }, true);
  const asked = saving.savedItem();
  await vi.waitFor(() => expect(saving.asksPrivate.value).toBe(true));
  await saving.confirmPrivate();
  expect(await asked).toBe(item);
  // Saved by now: nobody is asked again.
  sendMessage.mockClear();
  expect(await saving.savedItem()).toBe(itemOf(subject.value));
  expect(sendMessage).not.toHaveBeenCalled();
});

test('what needs a saved article goes without where the reader declines', async () => {
  const { saving } = start({ kind: 'conflict', existing: item });
  const asked = saving.savedItem();
  await vi.waitFor(() => expect(saving.conflict.value).toBe(item));
  saving.cancel();
  expect(await asked).toBeNull();
});

test('a failure is told, and the article stays', async () => {
  const { saving, subject } = start({ kind: 'failed', reason: 'no-space' });
  await saving.save();
  expect(saving.failure.value).toBe('no-space');
  expect(subject.value.kind).toBe('article');
  expect(itemOf(subject.value)).toBeNull();
});

test('a background that does not answer is a failure too, and can be asked again', async () => {
  const { saving, subject } = start(new Error('gone'));
  await saving.save();
  expect(saving.failure.value).toBe('database');
  sendMessage.mockResolvedValue({ kind: 'saved', item });
  await saving.save();
  expect(saving.failure.value).toBeNull();
  expect(itemOf(subject.value)).toBe(item);
});

test('two presses are one save', async () => {
  const { saving } = start({ kind: 'saved', item });
  await Promise.all([saving.save(), saving.save()]);
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('another article at the address is asked about, and the answer is sent', async () => {
  const { saving } = start({ kind: 'conflict', existing: item });
  await saving.save();
  expect(saving.conflict.value).toBe(item);
  sendMessage.mockResolvedValue({ kind: 'saved', item });
  await saving.resolve('keep-both');
  expect(sendMessage).toHaveBeenLastCalledWith(
    'saveArticle',
    expect.objectContaining({ onConflict: 'keep-both' }),
  );
  expect(saving.conflict.value).toBeNull();
});

test('a private window is asked first, once for an article', async () => {
  const { saving } = start({ kind: 'saved', item }, true);
  await saving.save();
  expect(saving.asksPrivate.value).toBe(true);
  expect(sendMessage).not.toHaveBeenCalled();
  saving.cancel();
  expect(saving.asksPrivate.value).toBe(false);
  await saving.save();
  await saving.confirmPrivate();
  await saving.save();
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test('consent to one article of a private window is none to the next', async () => {
  const { saving, subject } = start({ kind: 'saved', item }, true);
  await saving.save();
  await saving.confirmPrivate();
  subject.value = { kind: 'article', article: { ...article }, item: null, from: 'page' };
  await saving.save();
  expect(saving.asksPrivate.value).toBe(true);
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('an answer counts for nothing that came after the question', async () => {
  const { saving, subject } = start({ kind: 'conflict', existing: item });
  await saving.save();
  subject.value = { kind: 'article', article: { ...article }, item: null, from: 'page' };
  await saving.resolve('update');
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('a better text that stayed is told, and is not what was selected', async () => {
  const { saving, subject, told } = start({ kind: 'kept', item });
  await saving.save();
  expect(itemOf(subject.value)).toBe(item);
  const few = { ...article, fromSelection: true };
  subject.value = { kind: 'article', article: few, item: null, from: 'page' };
  await saving.save();
  expect(itemOf(subject.value)).toBeNull();
  expect(told).toEqual(['kept', 'kept']);
});

test('what is no article is not saved', async () => {
  const { saving, subject } = start({ kind: 'saved', item }, true);
  subject.value = { kind: 'working' };
  await saving.save();
  expect(saving.asksPrivate.value).toBe(false);
  expect(sendMessage).not.toHaveBeenCalled();
});
