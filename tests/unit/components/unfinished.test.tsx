import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { UnfinishedSaves } from '../../../components/app/unfinished.tsx';

const { sendMessage, heard } = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  heard: new Set<() => void>(),
}));
vi.mock('../../../utils/messages.ts', () => ({
  sendMessage,
  onMessage: (_: string, hear: () => void) => {
    heard.add(hear);
    return () => heard.delete(hear);
  },
}));

test('a save that was finished after all is no longer told of', async () => {
  sendMessage.mockResolvedValue([{ id: 'i', url: 'https://n.example/', title: 'خبر', at: 1 }]);
  const place = document.createElement('div');
  await act(() => render(<UnfinishedSaves />, place));
  const banners = () => place.querySelectorAll('[data-testid="unfinished-save"]');
  await vi.waitFor(() => expect(banners()).toHaveLength(1));
  sendMessage.mockResolvedValue([]);
  for (const hear of heard) hear();
  await vi.waitFor(() => expect(banners()).toHaveLength(0));
  await act(() => render(null, place));
  expect(heard.size).toBe(0);
});
