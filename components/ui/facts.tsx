import type { ComponentChildren } from 'preact';

/** Facts in a row, the pen's dot between them. Each is isolated, so that its direction is its own. */
export function Facts({
  facts,
  extraClass = '',
}: {
  facts: ComponentChildren[];
  extraClass?: string;
}) {
  const present = facts.filter(Boolean);
  return (
    <p class={`facts ${extraClass}`.trim()}>
      {present.map((fact, index) => (
        <span class="fact" key={index}>
          {index > 0 && <span class="dot" aria-hidden="true" />}
          <bdi>{fact}</bdi>
        </span>
      ))}
    </p>
  );
}
