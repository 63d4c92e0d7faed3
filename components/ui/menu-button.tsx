import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { closePopover } from './popover.tsx';

interface MenuButtonProps {
  icon: IconName;
  name: string;
  onPress: () => void;
  /** Absent where it is no choice that stands or does not. */
  pressed?: boolean;
  children: ComponentChildren;
}

/** One line of a menu; the menu closes with it. */
export function MenuButton({ icon, name, onPress, pressed, children }: MenuButtonProps) {
  return (
    <button
      type="button"
      class="menu-item"
      data-testid={name}
      aria-pressed={pressed}
      onClick={(event) => {
        closePopover(event.currentTarget);
        onPress();
      }}
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}
