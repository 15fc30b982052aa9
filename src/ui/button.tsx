import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import style from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

/** How much a button weighs: one primary in view; `danger` for what cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  kind?: ButtonKind;
  type?: 'button' | 'submit';
  onPress?: () => void;
  disabled?: boolean;
  /** Work is under way: the button keeps the focus, takes no press and says so. */
  pending?: boolean;
  icon?: IconName;
  small?: boolean;
  /** Names the button more closely than its words can, such as "Muuta: Koivuranta"; must contain them. */
  label?: string;
  children: ReactNode;
}

/** A button that says what happens. */
export function Button({
  kind = 'secondary',
  type = 'button',
  onPress,
  disabled,
  pending,
  icon,
  small,
  label,
  children,
}: ButtonProps) {
  return (
    <AriaButton
      // Not react-aria's own pending state: what it announces outlives the button and then names nothing.
      type={pending ? 'button' : type}
      className={classNames(style.button, style[kind], small && style.small)}
      isDisabled={disabled ?? false}
      {...(pending && { 'aria-disabled': true, 'data-pending': '' })}
      {...(label && { 'aria-label': label })}
      {...(onPress && !pending && { onPress })}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </AriaButton>
  );
}

interface LinkButtonProps {
  href: string;
  kind?: Exclude<ButtonKind, 'danger'>;
  icon?: IconName;
  small?: boolean;
  /** The file's name, when the link fetches a file. */
  download?: string;
  /** Opens beside; the words must say so. */
  newTab?: boolean;
  label?: string;
  children: ReactNode;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  href,
  kind = 'secondary',
  icon,
  small,
  download,
  newTab,
  label,
  children,
}: LinkButtonProps) {
  return (
    <a
      href={href}
      className={classNames(style.button, style[kind], small && style.small)}
      download={download}
      aria-label={label}
      {...(newTab && { target: '_blank', rel: 'noreferrer' })}
    >
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </a>
  );
}
