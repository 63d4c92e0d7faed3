import { useMemo, useRef } from 'preact/hooks';
import { readArrival, withoutArrival, type Arrival } from '../../utils/arrival.ts';
import { rememberedPlace } from './remembered-page.ts';
import type { Subject } from './subject.ts';

const NOTHING: Arrival = { place: null, listen: false };

/**
 * What the page's address asked for when it was opened. It stands there no longer: a reload begins
 * nothing, and goes on where the reader was.
 * It is for the first that is shown alone: where that is no article, the next one is not what it was asked for.
 */
export function useArrival(subject: Subject): Arrival {
  const asked = useMemo(takeArrival, []);
  const shown = subject.kind === 'article' ? subject.article : subject.kind;
  const first = useRef<unknown>(null);
  if (shown !== 'working') first.current ??= shown;
  return first.current === null || first.current === shown ? asked : NOTHING;
}

function takeArrival(): Arrival {
  const query = new URLSearchParams(location.search);
  const arrival = readArrival(query);
  if (arrival.place || arrival.listen) {
    const rest = withoutArrival(query).toString();
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${rest && `?${rest}`}${location.hash}`,
    );
  }
  return { ...arrival, place: arrival.place ?? rememberedPlace() };
}
