import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { StorageDialog } from '../../../components/exchange/storage-dialog.tsx';
import type { StorageState } from '../../../components/exchange/storage-state.ts';

const readStorage = vi.hoisted(() => vi.fn<() => Promise<StorageState>>());
vi.mock('../../../components/exchange/storage-state.ts', () => ({ readStorage }));

const STATE: StorageState = {
  facts: { kept: 3, trash: 0, used: 5e6, left: 9e9, pictures: 1e6, protected: true },
  backup: { madeAt: null, kept: 0, dismissedAt: null },
  addedSince: 3,
};

let place: HTMLElement;
beforeEach(() => {
  readStorage.mockReset();
  place = document.body.appendChild(document.createElement('div'));
});

const labels = (): (string | null)[] =>
  [...place.querySelectorAll('dt')].map(({ textContent }) => textContent);

test('every line stands before its value is read, and none comes or goes with it', async () => {
  const answer = Promise.withResolvers<StorageState>();
  readStorage.mockReturnValue(answer.promise);
  await act(() => render(<StorageDialog onClose={vi.fn()} onBackUp={vi.fn()} />, place));
  const before = labels();
  expect(before).toHaveLength(8);
  expect(place.querySelector('[aria-busy=true]')).not.toBeNull();
  await vi.waitFor(() => expect(readStorage).toHaveBeenCalled());
  answer.resolve(STATE);
  await vi.waitFor(() => expect(place.querySelector('[aria-busy=true]')).toBeNull());
  expect(labels()).toEqual(before);
  expect(place.querySelector('[data-testid=storage-kept]')?.textContent).toBe('3 مقالات');
  // Never backed up: all of them.
  expect(place.querySelector('[data-testid=storage-since]')?.textContent).toBe('3 مقالات');
});

test('what a browser does not tell has no line, and a library that does not open says so', async () => {
  readStorage.mockResolvedValue({ ...STATE, facts: { ...STATE.facts, used: null, left: null } });
  await act(() => render(<StorageDialog onClose={vi.fn()} onBackUp={vi.fn()} />, place));
  await vi.waitFor(() => expect(labels()).toHaveLength(5));
  vi.spyOn(console, 'error').mockReturnValue();
  readStorage.mockRejectedValue(new Error('closed'));
  const other = document.body.appendChild(document.createElement('div'));
  await act(() => render(<StorageDialog onClose={vi.fn()} onBackUp={vi.fn()} />, other));
  await vi.waitFor(() => expect(other.querySelector('[role=alert]')).not.toBeNull());
  expect(other.querySelector('dt')).toBeNull();
});
