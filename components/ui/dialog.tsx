import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** A sentence, or fields to fill in. */
  children: ComponentChildren;
  /** The buttons, the safest first: it takes the focus. */
  actions: ComponentChildren;
  /** Escape, or a press outside. */
  onCancel: () => void;
  /** Stays until its own buttons close it: work is under way in it. */
  held?: boolean;
  name: string;
}

/** A question that must be answered before anything else. Gives the focus back when it goes. */
export function Dialog({ title, children, actions, onCancel, held = false, name }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // Chromium gives the focus to what holds the fields too, and scrolls the title out for it.
    if (document.activeElement?.matches('[tabindex="-1"]')) dialog.current?.scrollTo(0, 0);
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
      closedby={held ? 'none' : 'any'}
      // For browsers that do not know `closedby` yet.
      onCancel={(event) => held && event.preventDefault()}
      // Not at «cancel»: a dialog taken out of the page while Firefox (153) is about to close it ends Firefox.
      onClose={onCancel}
    >
      <h2 id={titleId}>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      <div class="actions">{actions}</div>
    </dialog>
  );
}
