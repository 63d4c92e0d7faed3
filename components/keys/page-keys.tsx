import { useContext, useState } from 'preact/hooks';
import { TEXT_SIZES } from '../../utils/look.ts';
import type { LookState } from '../reading/look-state.ts';
import { CommandsContext, useCommand } from './commands.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { useKeys } from './use-keys.ts';

/** Keys of a page of ours: those that call its commands, and the list of them. */
export function PageKeys({ state }: { state: LookState }) {
  const commands = useContext(CommandsContext);
  const [open, setOpen] = useState(false);
  useKeys(commands, state);
  useCommand('keys', () => setOpen(true));
  useCommand('larger', () => resize(state, 1));
  useCommand('smaller', () => resize(state, -1));
  if (!open) return null;
  return <KeysDialog state={state} onClose={() => setOpen(false)} />;
}

function resize(state: LookState, by: number): void {
  const size = TEXT_SIZES[TEXT_SIZES.indexOf(state.look.value.textSize) + by];
  if (size !== undefined) void state.choose('textSize', size);
}
