import type { ComponentChildren } from 'preact';
import { textDirection } from '../../utils/arabic/direction.ts';
import type { Passage } from '../../utils/messages.ts';

/** The passage as it stands in the article, what was searched for marked in it. Text only. */
export function MarkedText({ passage }: { passage: Passage }) {
  const { text, marks } = passage;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <span class="passage" data-testid="passage" dir={textDirection(text) ?? 'auto'}>
      {parts}
    </span>
  );
}
