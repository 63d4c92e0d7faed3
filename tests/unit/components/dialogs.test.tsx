import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { SaveQuestions } from '../../../components/app/save-questions.tsx';
import type { Saving } from '../../../components/app/saving.ts';
import { StorageDialog } from '../../../components/exchange/storage-dialog.tsx';
import { CorrectDialog } from '../../../components/library/correct-dialog.tsx';
import { PurgeDialog } from '../../../components/library/purge-dialog.tsx';
import { RenameTagDialog } from '../../../components/library/rename-tag-dialog.tsx';
import { TagEditor } from '../../../components/library/tag-editor.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import { itemOf } from './library-page.tsx';

vi.mock('../../../components/exchange/storage-state.ts', () => ({
  readStorage: () => new Promise(() => undefined),
}));

const nothing = vi.fn();

async function buttons(dialog: ComponentChild): Promise<HTMLElement[]> {
  const place = document.body.appendChild(document.createElement('div'));
  await act(() => render(dialog, place));
  return [...place.querySelectorAll<HTMLElement>('.dialog > .actions > *')];
}

const saving = (part: object) =>
  ({ conflict: { value: null }, asksPrivate: { value: false }, ...part }) as unknown as Saving;

test.each<[string, ComponentChild]>([
  ['purge', <PurgeDialog ids={['a']} count={1} onCancel={nothing} onPurge={nothing} />],
  ['rename', <RenameTagDialog tag="أ" known={[]} onCancel={nothing} onRename={nothing} />],
  ['correct', <CorrectDialog item={itemOf('a')} onCancel={nothing} onSave={nothing} />],
  ['tags', <TagEditor items={[]} ids={['a']} known={[]} onCancel={nothing} onSave={nothing} />],
  ['storage', <StorageDialog onClose={nothing} onBackUp={nothing} />],
  ['private', <SaveQuestions saving={saving({ asksPrivate: { value: true } })} />],
])('the way out stands first, what is done last: %s', async (_, dialog) => {
  const shown = await buttons(dialog);
  expect(shown[0]?.dataset['testid']).toBe('dialog-cancel');
  expect(shown).toHaveLength(2);
  expect(shown[1]?.className).toContain('filled');
});

test('of two articles of one page the question can be left first of all', async () => {
  const conflict = { value: itemOf('a') };
  const shown = await buttons(<SaveQuestions saving={saving({ conflict })} />);
  expect(shown.map(({ dataset }) => dataset['testid'])).toEqual([
    'dialog-cancel',
    'conflict-keep-both',
    'conflict-update',
  ]);
});

test('while work is under way there is no way out but to stop it', async () => {
  const stop = <Button data-testid="stop">توقف</Button>;
  const shown = await buttons(
    <Dialog name="work" title="عمل" held onCancel={nothing} actions={stop}>
      نص
    </Dialog>,
  );
  expect(shown.map(({ dataset }) => dataset['testid'])).toEqual(['stop']);
});
