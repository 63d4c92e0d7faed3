import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { CommandsContext, createCommands } from '../../../components/keys/commands.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { HandTools } from '../../../components/marks/hand-tools.tsx';
import type { LookState } from '../../../components/reading/look-state.ts';
import type { Article } from '../../../utils/article/article.ts';
import type { Command } from '../../../utils/keys.ts';
import { DEFAULT_LOOK } from '../../../utils/look.ts';
import { all, press } from './library-page.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

const BLOCKS = ['a', 'b', 'c'].map((key) => ({ key, text: `فقرة ${key}` }));
const onLeave = vi.fn();
const did: Command[] = [];
const commands = createCommands();
for (const command of ['highlight', 'keys', 'delete', 'next'] as const) {
  commands.offer({ command, run: () => did.push(command) });
}
const tools = { current: null };
let place: HTMLElement;

function Page({ on, asking }: { on: boolean; asking: boolean }) {
  useKeys(commands, { look: { value: { ...DEFAULT_LOOK, singleKeys: true } } } as LookState);
  return (
    <HandTools
      article={{ dir: 'rtl' } as Article}
      blocks={BLOCKS}
      edits={[]}
      change={async () => true}
      {...{ on, asking, onLeave }}
      onMark={vi.fn()}
      onNote={vi.fn()}
      place={tools}
      standsOn={{ current: null }}
    />
  );
}

async function show(on: boolean, asking = false): Promise<void> {
  await act(() =>
    render(
      <CommandsContext.Provider value={commands}>
        <Page {...{ on, asking }} />
      </CommandsContext.Provider>,
      place,
    ),
  );
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

const blockOf = (key: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-block="${key}"]`);
  if (!found) throw new Error('No block.');
  return found;
};
const current = () =>
  document.querySelector<HTMLElement>('[data-current]')?.getAttribute('data-block') ?? null;

beforeEach(async () => {
  if (place) await show(false);
  did.length = 0;
  onLeave.mockReset();
  const main = document.createElement('main');
  main.tabIndex = -1;
  const body = document.createElement('div');
  body.dataset['testid'] = 'article-body';
  for (const { key, text } of BLOCKS) {
    const block = document.createElement('p');
    block.dataset['block'] = key;
    block.textContent = text;
    body.append(block);
  }
  place = document.createElement('div');
  const article = document.createElement('article');
  article.append(body);
  main.append(article, place);
  document.body.replaceChildren(main);
  await show(true);
  await press(document.activeElement, 'ArrowDown');
});

test('a press on a picture takes its caption, which stands for both', async () => {
  const caption = document.createElement('figcaption');
  caption.dataset['block'] = 'd';
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  figure.append(picture, caption);
  blockOf('c').after(figure);
  await act(() => picture.click());
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(current()).toBe('d');
});

test('a press chooses, and does nothing else: no held picture is asked for', async () => {
  const pressed = vi.fn();
  const button = document.createElement('button');
  button.addEventListener('click', pressed);
  blockOf('c').append(button);
  await act(() => button.click());
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(current()).toBe('c');
  expect(pressed).not.toHaveBeenCalled();
});

async function moveTo(key: string): Promise<void> {
  await act(() => blockOf(key).click());
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

test('the hand keeps its place while a dialog is open, and has the keyboard again afterwards', async () => {
  await moveTo('c');
  await show(true, true);
  expect(all(document.body, 'hand-tools')).toHaveLength(0);
  (document.activeElement as HTMLElement).blur();
  await show(true);
  expect(current()).toBe('c');
  expect(document.activeElement).toBe(blockOf('c'));
});

test('leaving takes its signs from the text, and the keyboard to the text', async () => {
  await moveTo('b');
  await show(false);
  expect(document.activeElement?.localName).toBe('main');
  expect(document.querySelector('[data-current], p[tabindex]')).toBeNull();
});

test('Escape in the tools leads back to the block; the last button to the text', async () => {
  await moveTo('b');
  const [done] = all(document.body, 'hand-done');
  done?.focus();
  await press(done, 'Escape');
  expect(document.activeElement).toBe(blockOf('b'));
  expect(onLeave).not.toHaveBeenCalled();
  done?.focus();
  await act(() => done?.click());
  expect(onLeave).toHaveBeenCalledOnce();
  expect(document.activeElement?.localName).toBe('main');
});

test("two of the page's keys pass, not those that go elsewhere or delete", async () => {
  await moveTo('b');
  // What stands for a browser here knows no open popover.
  const find = document.querySelectorAll.bind(document);
  vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) =>
    find(selector.replaceAll(':popover-open', '')),
  );
  for (const key of ['h', '?', 'd', 'j']) await press(blockOf('b'), key);
  expect(did).toEqual(['highlight', 'keys']);
});
