import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon'> & {
  look?: 'filled' | 'outlined' | 'quiet';
  icon?: IconName;
  extraClass?: string;
  'data-testid'?: string;
  children: ComponentChildren;
};

export function Button({
  look = 'outlined',
  icon,
  extraClass = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" class={`button ${look} ${extraClass}`.trim()} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon' | 'label'> & {
  label: string;
  icon?: IconName;
  extraClass?: string;
  'data-testid'?: string;
  children?: ComponentChildren;
};

/** A button whose name is only spoken and shown on hover. */
export function IconButton({ label, icon, extraClass = '', children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extraClass}`.trim()}
      aria-label={label}
      title={label}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

const OUT = { target: '_blank', rel: 'noopener noreferrer' } as const;

/** As a press on such a link does. */
export function followOut(href: string): void {
  const link = document.createElement('a');
  Object.assign(link, { href, ...OUT });
  link.click();
}

/** Leaves for a page of the web in a new tab, telling it nothing. */
export function OutLink({
  href,
  children,
  extraClass = '',
  ...rest
}: {
  href: string;
  children: ComponentChildren;
  extraClass?: string;
  'data-testid'?: string;
}) {
  return (
    <a href={href} class={extraClass} {...OUT} {...rest}>
      {children}
    </a>
  );
}
