import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useI18n } from './i18n-context.ts';
import { isWriting } from './is-writing.ts';

interface DialogProps {
  title: string;
  /** A sentence, or fields to fill in. */
  children: ComponentChildren;
  /** Name of the button that only closes: «cancel» where nothing else is said. A held dialog has none. */
  leave?: string;
  /** What else can be done. It stands behind the way out, the weightiest last. */
  actions?: ComponentChildren;
  /** Escape, a press outside, or the way out. */
  onCancel: () => void;
  /** Where Escape or a press outside is not the same as the way out. */
  onDismiss?: () => void;
  /** A press outside does not close it: something is written in it. */
  firm?: boolean;
  /** Stays until its own buttons close it: work is under way in it. */
  held?: boolean;
  name: string;
}

/**
 * A question that must be answered before anything else. Gives the focus back when it goes. In every
 * one the safest button stands first, which takes the focus where there is nothing to fill in.
 */
export function Dialog({
  title,
  children,
  leave,
  actions,
  onCancel,
  onDismiss = onCancel,
  firm = false,
  held = false,
  name,
}: DialogProps) {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    if (dialog.current && heading.current) openAtTop(dialog.current, heading.current);
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      data-testid={`dialog-${name}`}
      closedby={held ? 'none' : firm ? 'closerequest' : 'any'}
      // For browsers that do not know `closedby` yet.
      onCancel={(event) => held && event.preventDefault()}
      // Not at «cancel»: a dialog taken out of the page while Firefox (153) is about to close it ends Firefox.
      onClose={onDismiss}
    >
      <h2 ref={heading} id={titleId}>
        {title}
      </h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      <div class="actions">
        {!held && (
          <Button data-testid="dialog-cancel" onClick={onCancel}>
            {leave ?? t('cancel')}
          </Button>
        )}
        {actions}
      </div>
    </dialog>
  );
}

/**
 * What takes the focus may lie below what is seen, and scroll the title out: such a dialog is read from
 * its heading on. A field to write in keeps the focus.
 */
function openAtTop(dialog: HTMLDialogElement, heading: HTMLHeadingElement): void {
  dialog.showModal();
  if (isWriting(document.activeElement)) return;
  dialog.scrollTo(0, 0);
  const { bottom = 0 } = document.activeElement?.getBoundingClientRect() ?? {};
  if (bottom <= dialog.getBoundingClientRect().bottom) return;
  // Only now: the browser would give it the focus everywhere.
  heading.tabIndex = -1;
  heading.focus();
  dialog.scrollTo(0, 0);
}
