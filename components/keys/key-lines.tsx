import type { ComponentChildren } from 'preact';

/** A part of the list of keys, with its heading. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="legend">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

interface LineProps {
  /** What the keys do. */
  does: string;
  command?: string;
  children: ComponentChildren;
}

export function Line({ does, command, children }: LineProps) {
  return (
    <div data-command={command}>
      <dt>{does}</dt>
      <dd>{children}</dd>
    </div>
  );
}
