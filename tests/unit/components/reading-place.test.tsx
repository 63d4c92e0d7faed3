import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Subject } from '../../../components/app/subject.ts';
import { useReadingPlace } from '../../../components/app/use-reading-place.ts';
import type { Library } from '../../../components/library/library-state.ts';
import type { Item, Position } from '../../../utils/library/item.ts';
import { nextStamp } from '../../../utils/library/stamp.ts';
import { article } from '../library/samples.ts';

/** What the window's place is told with, and where it was sent. */
const page = vi.hoisted(() => ({
  tell: (() => undefined) as (place: Position) => void,
  restored: [] as unknown[],
}));
vi.mock('../../../utils/messages.ts', () => ({ sendMessage: () => Promise.resolve() }));
vi.mock('../../../components/reading/keep-position.ts', () => ({
  keepPosition: ({ onPosition }: { onPosition: typeof page.tell }) => {
    page.tell = onPosition;
    return { restore: (place: unknown) => page.restored.push(place), stop: () => undefined };
  },
}));

const library = { read: () => undefined } as unknown as Library;
const at = (share: number): Position => ({ block: 'a1', offset: 0, share });
const HERE = at(0.1);
const THERE = at(0.9);

/** Opened, left at `HERE`, and opened again with a row stamped so many ms from now. */
function reopened(id: string, after: number): unknown {
  const stamps = { position: nextStamp(Date.now() + after, 'aaaaaaaa', []) };
  const root = document.createElement('div');
  const Page = ({ subject }: { subject: Subject }) => (
    useReadingPlace(subject, library, true),
    null
  );
  const open = (item: Partial<Item>): void => {
    const subject = { kind: 'article', from: 'library', article: article(), item } as Subject;
    void act(() => render(<Page subject={subject} />, root));
  };
  open({ id, position: null, stamps: {} });
  page.tell(HERE);
  void act(() => render(null, root));
  open({ id, position: THERE, stamps });
  void act(() => render(null, root));
  return page.restored.at(-1);
}

test('what another window read since is gone on with', () => {
  expect(reopened('a', 1000)).toEqual(THERE);
});

test('a row that has not heard of this window yet does not lead back', () => {
  expect(reopened('b', -1000)).toEqual(HERE);
});
