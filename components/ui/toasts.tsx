import { signal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

/** How long something can be undone, in ms. The clock stands while the toast holds focus or pointer. */
const UNDOABLE = 8000;
/** How long a toast stays that offers nothing, ms. */
const READ = 4000;

export interface Toast {
  text: string;
  action?: { label: string; name: string; run: () => void };
  /** Move the focus to the action: what had it has just gone. */
  takeFocus?: boolean;
}

export interface Toasts {
  /** The last with an action, while it can be taken. What is only told does not take its place. */
  offer: Signal<Toast | null>;
  /** The last without. */
  notice: Signal<Toast | null>;
  /** Spoken, for what the eye sees already elsewhere. */
  spoken: Signal<string>;
  show(toast: Toast): void;
  speak(text: string): void;
}

export function createToasts(): Toasts {
  const offer = signal<Toast | null>(null);
  const notice = signal<Toast | null>(null);
  const spoken = signal('');
  return {
    offer,
    notice,
    spoken,
    show(toast) {
      if (toast.action) offer.value = toast;
      else notice.value = toast;
    },
    speak: (text) => (spoken.value = text),
  };
}

/** The live region stands from the start: screen readers only speak what changes in one they know. */
export function ToastRegion({ toasts }: { toasts: Toasts }) {
  return (
    <div class="toasts" role="status">
      <span class="visually-hidden">{toasts.spoken.value}</span>
      <ToastPlace place={toasts.offer} />
      <ToastPlace place={toasts.notice} />
    </div>
  );
}

function ToastPlace({ place }: { place: Signal<Toast | null> }) {
  const toast = place.value;
  if (!toast) return null;
  const onGone = (): void => {
    if (place.value === toast) place.value = null;
  };
  return <ToastView toast={toast} onGone={onGone} />;
}

function ToastView({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    return countDown(box.current, toast.action ? UNDOABLE : READ, onGone);
  }, [toast]);
  useEffect(() => {
    if (toast.takeFocus) box.current?.querySelector('button')?.focus();
  }, [toast]);
  const { action } = toast;
  return (
    <div ref={box} class={action ? 'toast with-action' : 'toast'} data-testid="toast">
      <span>{toast.text}</span>
      {action && (
        <Button
          data-testid={action.name}
          onClick={(event) => {
            // The button goes, so what is read next takes the focus.
            if (event.detail === 0) document.querySelector('main')?.focus({ preventScroll: true });
            onGone();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

function countDown(
  box: HTMLElement | null,
  shown: number,
  onGone: () => void,
): (() => void) | undefined {
  if (!box) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stand = (): void => clearTimeout(timer);
  const goOn = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onGone, shown);
  };
  // Another text may come into a toast that has the focus already.
  if (!box.contains(document.activeElement)) goOn();
  const listening = new AbortController();
  for (const type of ['focusin', 'pointerenter']) {
    box.addEventListener(type, stand, listening);
  }
  for (const type of ['focusout', 'pointerleave']) {
    box.addEventListener(type, goOn, listening);
  }
  return () => {
    stand();
    listening.abort();
  };
}
