interface Pick<T extends string> {
  value: T;
  label: string;
  /** Behind the label, or a line of its own under it. */
  count?: string | null;
  hint?: string;
}

interface PicksProps<T extends string> {
  legend: string;
  name: string;
  value: T;
  picks: readonly Pick<T>[];
  onPick: (value: T) => void;
}

/** One of several, each with a line that says what it is for. */
export function Picks<T extends string>({ legend, name, value, picks, onPick }: PicksProps<T>) {
  return (
    <fieldset class="picks">
      <legend class="legend">{legend}</legend>
      {picks.map((pick) => (
        <label class="pick" key={pick.value}>
          <input
            type="radio"
            name={name}
            value={pick.value}
            checked={pick.value === value}
            data-testid={`${name}-${pick.value}`}
            onChange={() => onPick(pick.value)}
          />
          <span class="pick-name">
            {pick.label}
            {pick.count && <span class="count">{pick.count}</span>}
          </span>
          {pick.hint && <span class="aside">{pick.hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}
