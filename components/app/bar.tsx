import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface BarProps {
  start: ComponentChildren;
  end: ComponentChildren;
  /** Shows how far the page is read. */
  progress: boolean;
}

export function Bar({ start, end, progress }: BarProps) {
  return (
    <header class="bar">
      <div class="start">{start}</div>
      <div class="end">{end}</div>
      {progress && <Progress />}
    </header>
  );
}

/** A line that grows as the page is scrolled. Only to be seen: a scroll bar says the same to others. */
function Progress() {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const listening = new AbortController();
    const page = document.scrollingElement;
    const measure = (): void => {
      if (!page) return;
      const room = page.scrollHeight - page.clientHeight;
      const read = room <= 0 ? 1 : Math.min(1, page.scrollTop / room);
      line.current?.style.setProperty('--read', read.toFixed(4));
    };
    const sized = new ResizeObserver(measure);
    sized.observe(document.body);
    document.addEventListener('scroll', measure, { passive: true, signal: listening.signal });
    return () => {
      sized.disconnect();
      listening.abort();
    };
  }, []);
  return (
    <div class="progress" aria-hidden="true">
      <span ref={line} />
    </div>
  );
}
