import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ArticleSubject } from '../../../components/app/subject.ts';
import { TakeLines } from '../../../components/app/take-lines.tsx';
import type { Toasts } from '../../../components/ui/toasts.tsx';
import { article } from '../library/samples.ts';

vi.mock('wxt/utils/storage', () => ({
  storage: { defineItem: () => ({ getValue: async () => null }) },
}));

const SUBJECT: ArticleSubject = {
  kind: 'article',
  article: article({ url: 'https://www.news.example/a', title: 'عنوان المقالة' }),
  item: null,
  from: 'page',
};
const show = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  show.mockReset();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** The line that shares; null where there is none. */
async function shareLine(share?: () => Promise<void>): Promise<HTMLElement | null> {
  vi.stubGlobal('navigator', { ...navigator, ...(share && { share }) });
  await act(() =>
    render(
      <TakeLines
        subject={SUBJECT}
        isPrivate={false}
        toasts={{ show } as unknown as Toasts}
        onPrint={() => undefined}
      />,
      place,
    ),
  );
  return place.querySelector<HTMLElement>('[data-testid="menu-share"]');
}

test('there is no line to share where the system has no way to', async () => {
  expect(await shareLine()).toBeNull();
});

test('headline and page are shared', async () => {
  const share = vi.fn().mockResolvedValue(undefined);
  (await shareLine(share))?.click();
  expect(share).toHaveBeenCalledExactlyOnceWith({
    title: 'عنوان المقالة',
    url: 'https://www.news.example/a',
  });
});

test.each([
  ['NotAllowedError', 1],
  ['AbortError', 0],
])('a share that ends with %s is told of %i times', async (name, times) => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const share = vi.fn().mockRejectedValue(new DOMException('', name));
  (await shareLine(share))?.click();
  await act(() => Promise.resolve());
  expect(show).toHaveBeenCalledTimes(times);
});
