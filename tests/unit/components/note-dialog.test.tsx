import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { NoteDialog } from '../../../components/marks/note-dialog.tsx';
import { fakeBrowser } from '../background/fake-browser.ts';
import { all } from './library-page.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../background/fake-browser.ts')).fakeBrowser,
}));

const about = { name: 'm', note: null, quote: 'نص', text: 'قديمة' };
const onCancel = vi.fn();
const onSave = vi.fn<(text: string) => Promise<boolean>>();
let place: HTMLElement;

async function open(): Promise<void> {
  if (place) render(null, place);
  place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(() => {
    render(
      <NoteDialog about={about} draft="address m" onCancel={onCancel} onSave={onSave} />,
      place,
    );
  });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
}

function field(): HTMLTextAreaElement {
  const [found] = all(place, 'note-text');
  if (!(found instanceof HTMLTextAreaElement)) throw new Error('No field.');
  return found;
}

async function type(text: string): Promise<void> {
  await act(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function click(id: string): Promise<void> {
  await act(async () => all(place, id)[0]?.click());
}

beforeEach(() => {
  fakeBrowser.storage.session.reset();
  onSave.mockReset();
  onCancel.mockReset();
});

test('a note that could not be saved stays in its dialog, which says so', async () => {
  await open();
  await type('جديدة');
  onSave.mockResolvedValue(false);
  await click('dialog-confirm');
  expect(onSave).toHaveBeenCalledExactlyOnceWith('جديدة');
  expect(field().value).toBe('جديدة');
  expect(all(place, 'note-failed')).toHaveLength(1);
});

test('a press outside closes it only while nothing is typed', async () => {
  await open();
  const closedby = () => place.querySelector('dialog')?.getAttribute('closedby');
  expect(closedby()).toBe('any');
  await type('جديدة');
  expect(closedby()).toBe('closerequest');
});

test('what was typed is there again where the dialog was closed, or its page', async () => {
  await open();
  await type('جديدة');
  await act(() => {
    place.querySelector('dialog')?.dispatchEvent(new Event('close'));
  });
  expect(onCancel).toHaveBeenCalledOnce();
  await open();
  expect(field().value).toBe('جديدة');
  onSave.mockResolvedValue(true);
  await click('dialog-confirm');
  await open();
  expect(field().value).toBe('قديمة');
});

test('what was given up is not', async () => {
  await open();
  await type('جديدة');
  await click('dialog-cancel');
  expect(onCancel).toHaveBeenCalledOnce();
  await open();
  expect(field().value).toBe('قديمة');
});
