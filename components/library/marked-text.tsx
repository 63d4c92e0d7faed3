import type { ComponentChildren } from 'preact';
import { textDirection } from '../../utils/arabic/direction.ts';
import type { Mark, Passage } from '../../utils/library/search/answer.ts';

/** The passage as it stands in the article, what was searched for marked in it. */
export function PassageText({ passage }: { passage: Passage }) {
  const { text, marks } = passage;
  return (
    <span class="passage" data-testid="passage" dir={textDirection(text) ?? 'auto'}>
      <Marked text={text} marks={marks} />
    </span>
  );
}

/** Text with marks in it, and nothing but text. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
