import { useLayoutEffect, useRef } from 'preact/hooks';
import { textDirection } from '../../utils/arabic/direction.ts';
import { showIn } from '../reading/shown-text.ts';
import { useShowing } from '../reading/showing-context.ts';
import type { Mark, Passage } from '../../utils/library/search/answer.ts';

/** The passage as it stands in the article, what was searched for marked in it. */
export function PassageText({ passage }: { passage: Passage }) {
  const { text, marks } = passage;
  const dir = textDirection(text);
  return (
    <span class="passage" data-testid="passage" dir={dir ?? 'auto'}>
      <Marked text={text} marks={marks} dir={dir ?? 'rtl'} />
    </span>
  );
}

interface MarkedProps {
  text: string;
  marks: readonly Mark[];
  dir: 'rtl' | 'ltr';
}

/** Text with marks in it, and nothing but text, shown as the reader likes text. */
export function Marked({ text, marks, dir }: MarkedProps) {
  const place = useRef<HTMLSpanElement>(null);
  const { digits, tashkeel } = useShowing();
  useLayoutEffect(() => {
    if (!place.current) return;
    // Its nodes are not of the tree that is rendered: what they show is another text.
    place.current.replaceChildren(...partsOf(text, marks));
    showIn(place.current, dir, { digits, tashkeel });
  }, [text, marks, dir, digits, tashkeel]);
  return <span ref={place} />;
}

function partsOf(text: string, marks: readonly Mark[]): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at)];
}
