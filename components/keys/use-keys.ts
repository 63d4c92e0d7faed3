import { useEffect } from 'preact/hooks';
import { commandOf, type Command, type Direction } from '../../utils/keys.ts';
import type { LookState } from '../reading/look-state.ts';
import { isWriting } from '../ui/is-writing.ts';
import type { Commands } from './commands.ts';
import { askLayout, layoutNow } from './layout.ts';

/** Lets keys call the page's commands, as long as the page is there. */
export function useKeys(commands: Commands, { look }: LookState): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // The layout may be another one each time the reader comes back.
    const ask = (): void => void askLayout();
    ask();
    window.addEventListener('focus', ask, { signal });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.repeat) return;
        const { singleKeys } = look.value;
        const command = commandOf(event, {
          layout: layoutNow(),
          dir: readingDirection(),
          singleKeys,
        });
        const { target } = event;
        const from = target instanceof Element ? target : null;
        if (!command || !isFree(event, command)) return;
        if (commands.run(command, from)) event.preventDefault();
      },
      { signal },
    );
    return () => listening.abort();
  }, [commands, look]);
}

/** Whether a press is meant for nobody else: a field, a dialog or menu, what scrolls by itself, a list that took it. */
export function isFree(event: KeyboardEvent, command?: Command): boolean {
  if (event.defaultPrevented || event.isComposing || isWriting(event.target)) return false;
  const over = document.querySelectorAll<HTMLElement>(
    'dialog[open], [popover]:not(.beside-selection):popover-open',
  );
  // Some tools leave the page a few of its keys.
  const lets = ({ dataset }: HTMLElement): boolean =>
    command !== undefined && (dataset['keys']?.split(' ').includes(command) ?? false);
  if (![...over].every(lets)) return false;
  const { target } = event;
  const scrolls = target instanceof Element && target.closest('.table, pre, video, audio') !== null;
  return !(scrolls && event.key.startsWith('Arrow'));
}

/** That of the article where one is shown, else of the interface. */
export function readingDirection(): Direction {
  const article = document.querySelector<HTMLElement>('[data-testid="article"]');
  return (article ?? document.documentElement).dir === 'ltr' ? 'ltr' : 'rtl';
}
