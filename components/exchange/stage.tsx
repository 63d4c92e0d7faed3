import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useI18n } from '../ui/i18n-context.ts';

/**
 * The part of a dialog that changes as its work goes on. Each change takes the focus, so that the
 * keyboard is never left where a button was and what is so now is read out.
 */
export function Stage({ name, children }: { name: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    place.current?.focus();
  }, [name]);
  return (
    <div class="stage" ref={place} tabIndex={-1} data-testid={`stage-${name}`}>
      {children}
    </div>
  );
}

interface WorkProps {
  /** What is being done. */
  label: string;
  /** 0 to 1; null until known. */
  share: number | null;
  /** How far it is, in words, where they say more than the share. */
  words?: string | null;
}

/** Work under way, to be seen and to be asked for by a screen reader. Leaving the page is asked about first. */
export function Work({ label, share, words = null }: WorkProps) {
  const { t } = useI18n();
  const id = useId();
  useEffect(askBeforeLeaving, []);
  const percent = Math.floor((share ?? 0) * 100);
  return (
    <div class="work">
      <label for={id}>{label}</label>
      <progress id={id} max={100} {...(share === null ? {} : { value: percent })} />
      <p class="aside" data-testid="progress-words">
        {words ?? (share === null ? t('exchange_begun') : t('exchange_percent', percent))}
      </p>
    </div>
  );
}

function askBeforeLeaving(): () => void {
  const asking = new AbortController();
  addEventListener('beforeunload', (event) => event.preventDefault(), asking);
  return () => asking.abort();
}
