import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { IconButton } from './button.tsx';
import type { IconName } from './icon.tsx';

interface PopoverProps {
  label: string;
  name: string;
  icon?: IconName;
  mark?: ComponentChildren;
  extraClass?: string;
  children: ComponentChildren;
}

/** A bar button with what opens under it. The browser closes it on Escape or a press elsewhere. */
export function Popover({ label, name, icon, mark, extraClass = '', children }: PopoverProps) {
  const id = useId();
  return (
    <>
      <IconButton label={label} {...(icon ? { icon } : {})} data-testid={name} popovertarget={id}>
        {mark}
      </IconButton>
      <div
        id={id}
        popover="auto"
        class={`popover ${extraClass}`.trim()}
        role="group"
        aria-label={label}
      >
        {children}
      </div>
    </>
  );
}

/** Closes the popover a control stands in; nothing if it stands in none. */
export function closePopover(inside: EventTarget | null): void {
  if (inside instanceof Element) inside.closest<HTMLElement>('[popover]')?.hidePopover();
}
