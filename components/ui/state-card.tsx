import type { ComponentChildren } from 'preact';
import { Drawing, type DrawingName } from './drawing.tsx';

interface StateCardProps {
  name: string;
  drawing: DrawingName;
  title: string;
  hint?: string | null;
  /** Why it is so, in one word of the source's own: for `data-reason`. */
  reason?: string;
  actions?: ComponentChildren;
  /** `2` where the page's own heading stands beside it. */
  level?: 1 | 2;
}

/** What is so, what can be done, and a way on. */
export function StateCard({
  name,
  drawing,
  title,
  hint,
  reason,
  actions,
  level = 1,
}: StateCardProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section class="state-card" data-testid={`state-${name}`} data-reason={reason}>
      <Drawing name={drawing} />
      <Heading>{title}</Heading>
      {hint && <p>{hint}</p>}
      {actions && <div class="actions">{actions}</div>}
    </section>
  );
}
