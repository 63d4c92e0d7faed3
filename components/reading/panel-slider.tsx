import { useId } from 'preact/hooks';
import type { Look } from '../../utils/look.ts';
import type { LookState } from './look-state.ts';

interface PanelSliderProps<Name extends keyof Look> {
  state: LookState;
  name: Name;
  label: string;
  /** From the least to the most. */
  values: readonly Look[Name][];
  word: (value: Look[Name]) => string;
  testid: string;
}

/** Steps on a line, with the value in words: shown as it is moved, kept when it is let go. */
export function PanelSlider<Name extends keyof Look>(props: PanelSliderProps<Name>) {
  const { state, name, label, values, word, testid } = props;
  const id = useId();
  const value = state.look.value[name];
  const at = (index: number): Look[Name] => values[index] ?? value;
  return (
    <div class="slider">
      <label class="legend" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={values.indexOf(value)}
        aria-valuetext={word(value)}
        data-testid={testid}
        onInput={(event) => state.preview(name, at(event.currentTarget.valueAsNumber))}
        onChange={(event) => void state.choose(name, at(event.currentTarget.valueAsNumber))}
      />
      <output class="value" for={id} aria-hidden="true">
        {word(value)}
      </output>
    </div>
  );
}
