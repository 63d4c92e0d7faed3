import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Command } from '../../utils/keys.ts';

/** What a command does, told where the press was made. */
export type Run = (target: Element | null) => void;

interface Offer {
  command: Command;
  run: Run;
  /** Only for a press in here; absent for a press anywhere. */
  within?: () => Element | null;
}

/** What can be done on a page just now: every button offers here what it does when pressed. */
export interface Commands {
  /** Answers what takes the offer back. */
  offer(offer: Offer): () => void;
  /** Does it; false where nothing offers it. */
  run(command: Command, target: Element | null): boolean;
  offered(): ReadonlySet<Command>;
}

export function createCommands(): Commands {
  const offers: Offer[] = [];
  const find = (command: Command, target: Element | null): Offer | undefined => {
    const all = offers.filter((offer) => offer.command === command);
    return (
      all.findLast(({ within }) => within?.()?.contains(target)) ??
      all.findLast(({ within }) => !within)
    );
  };
  return {
    offer(offer) {
      offers.push(offer);
      return () => void offers.splice(offers.indexOf(offer), 1);
    },
    run(command, target) {
      const offer = find(command, target);
      offer?.run(target);
      return offer !== undefined;
    },
    offered: () => new Set(offers.map(({ command }) => command)),
  };
}

export const CommandsContext = createContext<Commands>(createCommands());

/** False around what is not to be seen: a key does not reach the buttons there. */
export const ReachableContext = createContext(true);

/**
 * Lets a key do what the button does that the component shows. null where there is nothing to do.
 *
 * @param within only for a press in there: then it goes before what is offered for a press anywhere
 */
export function useCommand(
  command: Command,
  run: Run | null,
  within?: { current: Element | null },
): void {
  const commands = useContext(CommandsContext);
  const reachable = useContext(ReachableContext);
  const latest = useRef(run);
  latest.current = run;
  const isOffered = run !== null && reachable;
  useEffect(() => {
    if (!isOffered) return undefined;
    return commands.offer({
      command,
      run: (target) => latest.current?.(target),
      ...(within ? { within: () => within.current } : {}),
    });
  }, [commands, command, isOffered, within]);
}
