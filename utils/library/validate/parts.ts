import type { Anchor, Colour, Edit, Item, Picture, Position, Stamp, StampedTag } from '../item.ts';
import { isWhole, list, nullable, number, oneOf, record, truth } from '../shapes.ts';

/** The checks of the small things an entry is made of; see `validate-entry.ts`. */

/** The time by which an entry's moments are judged, both in milliseconds since the epoch. */
export interface Clock {
  now: number;
  /** What stands for a moment more than a day after `now`: now, or when the file was made if that was before. */
  latest: number;
}

const DAY = 24 * 60 * 60 * 1000;
const MAX_ADDRESS = 32_000;
const MAX_NOTE = 1_000_000;

const MAX_AROUND = 200;

const EDIT_KINDS: Record<Edit['kind'], true> = {
  'put-back': true,
  hide: true,
  direction: true,
  title: true,
  byline: true,
  highlight: true,
  note: true,
};

export function checkedEdit(value: unknown, clock: Clock): Edit | undefined {
  const from = record(value);
  const checked = {
    id: name(from?.['id']),
    kind: oneOf(from?.['kind'], EDIT_KINDS),
    anchor: nullable(from?.['anchor'], checkedAnchor),
    value: nullable(from?.['value'], (words) => whole(words, MAX_NOTE)),
    stamp: checkedStamp(from?.['stamp'], clock),
    removed: truth(from?.['removed']),
  };
  return isWhole<Edit>(checked) ? { ...checked, ...checkedLook(from) } : undefined;
}

/** A tint or surroundings of another shape are left out: the passage is worth more than its colour. */
function checkedLook(from: Record<string, unknown> | undefined): Pick<Edit, 'colour' | 'around'> {
  const colour = ([1, 2, 3, 4] as Colour[]).find((known) => known === from?.['colour']);
  const around = list(from?.['around'], 2, (part) => whole(part, MAX_AROUND));
  const [before, after] = around ?? [];
  return {
    ...(colour !== undefined && { colour }),
    ...(before !== undefined && after !== undefined && { around: [before, after] }),
  };
}

function checkedAnchor(value: unknown): Anchor | undefined {
  const from = record(value);
  const checked = {
    block: whole(from?.['block'], 200),
    start: number(from?.['start']),
    end: number(from?.['end']),
  };
  return isWhole<Anchor>(checked) ? checked : undefined;
}

export function checkedPicture(value: unknown): Picture | undefined {
  const from = record(value);
  const checked = {
    address: whole(from?.['address'], MAX_ADDRESS),
    hash: matching(from?.['hash'], /^[\da-f]{64}$/u),
    type: matching(from?.['type'], /^image\/(?:jpeg|png|webp|gif|avif)$/u),
    width: number(from?.['width']),
    height: number(from?.['height']),
    size: number(from?.['size']),
  };
  return isWhole<Picture>(checked) ? checked : undefined;
}

export function checkedPosition(value: unknown): Position | undefined {
  const from = record(value);
  const checked = {
    block: whole(from?.['block'], 200),
    offset: number(from?.['offset']),
    share: number(from?.['share']),
  };
  return isWhole<Position>(checked) && checked.share <= 1 ? checked : undefined;
}

export function checkedTag(value: unknown, clock: Clock): StampedTag | undefined {
  const from = record(value);
  const checked = {
    name: name(from?.['name']),
    stamp: checkedStamp(from?.['stamp'], clock),
    removed: truth(from?.['removed']),
  };
  return isWhole<StampedTag>(checked) ? checked : undefined;
}

export function checkedStamps(value: unknown, clock: Clock): Item['stamps'] | undefined {
  const from = record(value);
  if (!from) return undefined;
  const stamps: Item['stamps'] = {};
  for (const field of ['deletedAt', 'archived', 'favourite', 'position'] as const) {
    if (from[field] === undefined) continue;
    const stamp = checkedStamp(from[field], clock);
    if (stamp === undefined) return undefined;
    stamps[field] = stamp;
  }
  return stamps;
}

export function checkedStamp(value: unknown, clock: Clock): Stamp | undefined {
  const stamp = matching(value, /^[\da-f]{12}-[\da-f]{4}-[\da-f]{8}$/u);
  if (stamp === undefined) return undefined;
  const at = momentOf(Number.parseInt(stamp, 16), clock) ?? 0;
  return `${at.toString(16).padStart(12, '0')}${stamp.slice(12)}`;
}

export function momentOf(value: unknown, { now, latest }: Clock): number | undefined {
  const at = number(value);
  return at !== undefined && at > now + DAY ? latest : at;
}

/** Of a tag or an edit. */
function name(value: unknown): string | undefined {
  return value === '' ? undefined : whole(value, 200);
}

export function whole(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.length <= max ? value : undefined;
}

export function matching(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
