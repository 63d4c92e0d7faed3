import { useMemo } from 'preact/hooks';
import { readArrival, withoutArrival, type Arrival } from '../../utils/arrival.ts';

/** What the page's address asked for when it was opened. It stands there no longer: a reload begins nothing. */
export function useArrival(): Arrival {
  return useMemo(() => {
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
    return arrival;
  }, []);
}
