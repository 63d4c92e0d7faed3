import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Look } from '../../utils/look.ts';
import type { LookState } from './look-state.ts';

interface PanelChoiceProps<Name extends keyof Look> {
  state: LookState;
  name: Name;
  label: string;
  values: readonly Look[Name][];
  word: (value: Look[Name]) => ComponentChildren;
  /** Look of the whole, and attributes of each part. */
  extraClass?: string;
  attributes?: (value: Look[Name]) => Record<string, string>;
}

/** One of a few, all to be seen: radio buttons side by side. */
export function PanelChoice<Name extends keyof Look>(props: PanelChoiceProps<Name>) {
  const { state, name, label, values, word, extraClass = '', attributes } = props;
  const id = useId();
  const chosen = state.look.value[name];
  return (
    <fieldset>
      <legend class="legend">{label}</legend>
      <div class={`segments ${extraClass}`.trim()}>
        {values.map((value) => (
          <label key={String(value)} class="segment" {...attributes?.(value)}>
            <input
              type="radio"
              name={`${id}-${name}`}
              value={String(value)}
              checked={value === chosen}
              data-testid={`${name}-${String(value)}`}
              onChange={() => void state.choose(name, value)}
            />
            {word(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
