import type { Position } from './library/item.ts';

/** What a full tab is to do with the article it opens on, as its address tells. */
export interface Arrival {
  /** Where the reader was in the text; null for the top, or where the article itself was left. */
  place: Position | null;
  /** Begin to read aloud there. */
  listen: boolean;
}

const PLACE = 'at';
const LISTEN = 'listen';

export function arrivalQuery({ place, listen }: Arrival): Record<string, string> {
  return {
    ...(place ? { [PLACE]: [place.offset, place.share.toFixed(4), place.block].join('~') } : {}),
    ...(listen ? { [LISTEN]: '1' } : {}),
  };
}

/** An address can hold anything: what is no place is none. */
export function readArrival(query: URLSearchParams): Arrival {
  const [, offset, share, block] =
    /^(\d{1,9})~([01]\.\d{4})~(.{1,100})$/u.exec(query.get(PLACE) ?? '') ?? [];
  return {
    place: block ? { block, offset: Number(offset), share: Math.min(Number(share), 1) } : null,
    listen: query.get(LISTEN) === '1',
  };
}

/** The address once it was followed, so that a reload, or the tab come to again, does not begin anew. */
export function withoutArrival(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(PLACE);
  rest.delete(LISTEN);
  return rest;
}
