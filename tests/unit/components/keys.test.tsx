import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  CommandsContext,
  createCommands,
  ReachableContext,
  useCommand,
} from '../../../components/keys/commands.ts';
import { PageKeys } from '../../../components/keys/page-keys.tsx';
import { askLayout } from '../../../components/keys/layout.ts';
import type { LookState } from '../../../components/reading/look-state.ts';
import { createI18n } from '../../../utils/i18n.ts';
import type { Command } from '../../../utils/keys.ts';
import { DEFAULT_LOOK, type Look } from '../../../utils/look.ts';
import { all, press } from './library-page.tsx';

vi.mock('wxt/browser', () => ({
  browser: {
    commands: {
      getAll: async () => [
        { name: '_execute_action', shortcut: 'Alt+W' },
        { name: 'save-page', shortcut: '' },
      ],
    },
  },
}));

const did: string[] = [];

function Offer({ command, says = command }: { command: Command; says?: string }) {
  useCommand(command, () => did.push(says));
  return null;
}

function RowOffer({ place }: { place: { current: Element | null } }) {
  useCommand('archive', () => did.push('row'), place);
  return null;
}

function lookState(part: Partial<Look> = {}): LookState {
  const look = signal<Look>({ ...DEFAULT_LOOK, ...part });
  const choose = async <Name extends keyof Look>(name: Name, value: Look[Name]) => {
    look.value = { ...look.value, [name]: value };
  };
  const chooseAll = async (whole: Look) => void (look.value = whole);
  return { look, i18n: signal(createI18n('ar')), choose, chooseAll, preview: () => undefined };
}

let place: HTMLElement;

async function show(state = lookState(), reachable = true): Promise<LookState> {
  await act(() => {
    render(
      <CommandsContext.Provider value={createCommands()}>
        <PageKeys state={state} />
        <ReachableContext.Provider value={reachable}>
          <Offer command="archive" />
          <Offer command="next" />
        </ReachableContext.Provider>
        <Offer command="delete" />
        <input type="text" aria-label="حقل" />
        <textarea aria-label="نص" />
        <select aria-label="اختيار" />
        <div contenteditable role="textbox" aria-label="نص" tabIndex={0} />
        <button type="button" class="plain">
          زر
        </button>
        <button type="button" class="table" aria-label="جدول" />
      </CommandsContext.Provider>,
      place,
    );
  });
  return state;
}

beforeEach(() => {
  if (place) render(null, place);
  did.length = 0;
  document.documentElement.dir = 'rtl';
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

test('a key does what is offered, whoever has the focus that is no field', async () => {
  await show();
  await press(document.body, 'a');
  await press(place.querySelector('.plain'), 'ش', { code: 'KeyA' });
  await press(place.querySelector('.plain'), 'ArrowLeft');
  await press(document.body, 'Delete');
  expect(did).toEqual(['archive', 'archive', 'next', 'delete']);
  await press(document.body, 's');
  expect(did).toHaveLength(4);
});

test('a letter is known by what is printed on its key, from the start and after the layout changed', async () => {
  const layout = new Map([['KeyQ', 'a']]);
  Object.assign(navigator, { keyboard: { getLayoutMap: async () => layout } });
  await show();
  await press(document.body, 'ش', { code: 'KeyQ' });
  expect(did).toEqual(['archive']);
  Object.assign(navigator, { keyboard: { getLayoutMap: async () => new Map() } });
  await act(async () => void window.dispatchEvent(new Event('focus')));
  await press(document.body, 'ش', { code: 'KeyQ' });
  expect(did).toEqual(['archive']);
  Object.assign(navigator, { keyboard: undefined });
  await askLayout();
});

test('nothing happens while a text field has the focus', async () => {
  await show();
  for (const field of ['input', 'textarea', 'select', '[contenteditable]']) {
    for (const key of ['a', 'd', 'Delete', 'ArrowLeft', '?'])
      await press(place.querySelector(field), key);
    await press(place.querySelector(field), 'ش', { code: 'KeyA' });
  }
  expect(did).toEqual([]);
  expect(all(place, 'dialog-keys')).toHaveLength(0);
});

test('nothing happens with a modifier, while letters are composed, held down, or taken by others', async () => {
  await show();
  for (const how of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'isComposing', 'repeat']) {
    await press(document.body, 'a', { [how]: true });
  }
  document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  await press(document.body, 'a');
  expect(did).toEqual([]);
});

test('what scrolls by itself keeps its arrows', async () => {
  await show();
  await press(place.querySelector('.table'), 'ArrowLeft');
  expect(did).toEqual([]);
  await press(place.querySelector('.table'), 'a');
  expect(did).toEqual(['archive']);
});

test('a press in a row is the row’s; buttons out of sight are not reached', async () => {
  await show(lookState(), false);
  await press(document.body, 'a');
  expect(did).toEqual([]);
  const commands = createCommands();
  const row = document.createElement('div');
  document.body.append(row);
  await act(() => {
    render(
      <CommandsContext.Provider value={commands}>
        <RowOffer place={{ current: row }} />
        <Offer command="archive" />
      </CommandsContext.Provider>,
      place,
    );
  });
  commands.run('archive', row);
  commands.run('archive', document.body);
  expect(did).toEqual(['row', 'archive']);
});

test('the list names what can be done here, and nothing is done behind it', async () => {
  await show();
  await press(document.body, '؟', { code: 'Slash', shiftKey: true });
  const [dialog] = all(place, 'dialog-keys');
  const lines = Object.fromEntries(
    [...(dialog?.querySelectorAll<HTMLElement>('[data-command]') ?? [])].map((line) => [
      line.dataset['command'],
      [...line.querySelectorAll('kbd')].map((key) => key.textContent),
    ]),
  );
  expect(lines).toEqual({
    next: ['J', '←'],
    archive: ['A'],
    delete: ['D', 'Delete'],
    larger: ['+', '='],
    smaller: ['-'],
  });
  await vi.waitFor(() => expect(dialog?.textContent).toContain('Alt+W'));
  expect(dialog?.textContent).not.toContain('حفظ مقالة هذه الصفحة');
  await press(document.body, 'a');
  expect(did).toEqual([]);
});

test('the keys of the list are named as the keyboard of the system names them', async () => {
  const list = document.body.appendChild(document.createElement('ul'));
  list.dataset['testid'] = 'library-list';
  for (const [platform, undo] of [
    ['Win32', 'Ctrl+Z'],
    ['MacIntel', '⌘Z'],
  ] as const) {
    const told = vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
    render(null, place);
    await show();
    await press(document.body, '?');
    const keys = [...place.querySelectorAll('kbd')].map((key) => key.textContent);
    expect(keys).toEqual(expect.arrayContaining(['Enter', 'Home', 'End', 'المسافة', undo]));
    told.mockRestore();
  }
});

test('it shows what is printed on an Arabic keyboard, where the browser tells', async () => {
  const getLayoutMap = async () =>
    new Map([
      ['KeyJ', 'ت'],
      ['KeyA', 'ش'],
    ]);
  Object.assign(navigator, { keyboard: { getLayoutMap } });
  await show();
  await press(document.body, '?');
  await vi.waitFor(() => {
    const keys = [...place.querySelectorAll('[data-command] kbd')].map((key) => key.textContent);
    expect(keys).toEqual(expect.arrayContaining(['ت', 'ش', 'D']));
  });
  Object.assign(navigator, { keyboard: undefined });
  await askLayout();
});

test('one switch turns keys of one character off', async () => {
  const state = await show();
  await press(document.body, '?');
  const [box] = all(place, 'single-keys');
  await act(() => box?.click());
  expect(state.look.value.singleKeys).toBe(false);
  await act(() => all(place, 'dialog-cancel')[0]?.click());
  place.querySelector('dialog')?.remove();
  await press(document.body, 'a');
  await press(document.body, '?');
  expect(did).toEqual([]);
  await press(document.body, 'ArrowLeft');
  expect(did).toEqual(['next']);
});

test('text grows and shrinks by a step, and stops at the ends', async () => {
  const state = await show(lookState({ textSize: 28 }));
  await press(document.body, '+', { shiftKey: true });
  expect(state.look.value.textSize).toBe(32);
  await press(document.body, '=');
  expect(state.look.value.textSize).toBe(32);
  await press(document.body, '-');
  expect(state.look.value.textSize).toBe(28);
});
