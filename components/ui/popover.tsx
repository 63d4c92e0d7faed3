import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import type { IconName } from './icon.tsx';
import { placePopover } from './place-popover.ts';

interface PopoverProps {
  label: string;
  name: string;
  icon?: IconName;
  mark?: ComponentChildren;
  extraClass?: string;
  /** The styles say where it stands, not its button. */
  docked?: boolean;
  onOpen?: () => void;
  children: ComponentChildren;
}

/** A bar button with what opens under it. The browser closes it on Escape or a press elsewhere. */
export function Popover(props: PopoverProps) {
  const { label, name, icon, mark, extraClass = '', docked = false, onOpen, children } = props;
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  return (
    <span class="popover-place" ref={place}>
      <IconButton label={label} {...(icon ? { icon } : {})} data-testid={name} popovertarget={id}>
        {mark}
      </IconButton>
      <div
        id={id}
        popover="auto"
        class={`popover ${extraClass}`.trim()}
        role="group"
        aria-label={label}
        onToggle={(event) => {
          const button = place.current?.querySelector('button');
          if (event.newState !== 'open') return;
          onOpen?.();
          if (button && !docked) placePopover(event.currentTarget, button);
        }}
      >
        {children}
      </div>
    </span>
  );
}

/** Closes the popover a control stands in; nothing if it stands in none. */
export function closePopover(inside: EventTarget | null): void {
  if (inside instanceof Element) inside.closest<HTMLElement>('[popover]')?.hidePopover();
}
