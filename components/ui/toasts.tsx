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
  current: Signal<Toast | null>;
  /** Spoken, for what the eye sees already elsewhere. */
  spoken: Signal<string>;
  show(toast: Toast): void;
  speak(text: string): void;
}

export function createToasts(): Toasts {
  const current = signal<Toast | null>(null);
  const spoken = signal('');
  return {
    current,
    spoken,
    show: (toast) => (current.value = toast),
    speak: (text) => (spoken.value = text),
  };
}

/** The live region stands from the start: screen readers only speak what changes in one they know. */
export function ToastRegion({ toasts }: { toasts: Toasts }) {
  const toast = toasts.current.value;
  return (
    <div class="toasts" role="status">
      <span class="visually-hidden">{toasts.spoken.value}</span>
      {toast && (
        <ToastView
          key={toast.text}
          toast={toast}
          onGone={() => {
            if (toasts.current.value === toast) toasts.current.value = null;
          }}
        />
      )}
    </div>
  );
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
  let timer = setTimeout(onGone, shown);
  const stand = (): void => clearTimeout(timer);
  const goOn = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onGone, shown);
  };
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
