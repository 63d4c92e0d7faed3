import type { ComponentChildren } from 'preact';
import type { Look } from '../../utils/look.ts';
import type { LookState } from './look-state.ts';

interface PanelSwitchProps {
  state: LookState;
  name: { [Name in keyof Look]: Look[Name] extends boolean ? Name : never }[keyof Look];
  children: ComponentChildren;
}

export function PanelSwitch({ state, name, children }: PanelSwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={state.look.value[name]}
        data-testid={`setting-${name}`}
        onChange={(event) => void state.choose(name, event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
