import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { OtherPictures } from '../../../components/exchange/other-pictures.tsx';

const hosts = vi.hoisted(() => ({
  keepsOtherPictures: vi.fn<() => Promise<boolean>>(),
  keepOtherPictures: vi.fn<(on: boolean) => Promise<boolean>>(),
}));
vi.mock('../../../utils/hosts.ts', () => hosts);

let place: HTMLElement;

const boxIn = (): HTMLInputElement | null => place.querySelector('[data-testid=other-pictures]');
const denied = (): Element | null => place.querySelector('[data-testid=other-pictures-denied]');

beforeEach(async () => {
  hosts.keepsOtherPictures.mockReset().mockResolvedValue(false);
  hosts.keepOtherPictures.mockReset();
  place = document.body.appendChild(document.createElement('div'));
  await act(() => render(<OtherPictures />, place));
});

test('the right is asked for in the press itself; agreed, it is on', async () => {
  hosts.keepOtherPictures.mockResolvedValue(true);
  boxIn()?.click();
  expect(hosts.keepOtherPictures).toHaveBeenCalledExactlyOnceWith(true);
  await act(() => undefined);
  expect(boxIn()?.checked).toBe(true);
  expect(denied()).toBeNull();
});

test('refused, the box goes back and says why', async () => {
  hosts.keepOtherPictures.mockResolvedValue(false);
  await act(() => boxIn()?.click());
  await vi.waitFor(() => expect(denied()).not.toBeNull());
  expect(boxIn()?.checked).toBe(false);
});
