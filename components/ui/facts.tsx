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
  if (present.length === 0) return null;
  return (
    <p class={`facts ${extraClass}`.trim()}>
      <span class="run">
        {present.map((fact, index) => (
          <span class="fact" key={index}>
            <span class="dot" aria-hidden="true" />
            <bdi>{fact}</bdi>{' '}
          </span>
        ))}
      </span>
    </p>
  );
}
