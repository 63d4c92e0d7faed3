import type { Stamp } from './item.ts';

const MAX_COUNTER = 0xffff;

/**
 * The next stamp of the hybrid logical clock: later than now's millisecond and than every stamp
 * seen on what is being changed, so that a change made after seeing another one always wins over
 * it, whatever the clocks of the two devices say.
 *
 * @param now milliseconds since the epoch
 * @param device 8 hex digits of this device
 */
export function nextStamp(now: number, device: string, seen: readonly Stamp[]): Stamp {
  const last = seen.map(read).reduce(later, { at: 0, counter: 0 });
  if (now > last.at) return write(now, 0, device);
  return last.counter < MAX_COUNTER
    ? write(last.at, last.counter + 1, device)
    : write(last.at + 1, 0, device);
}

/** When a stamp was made, in ms since the epoch; 0 of what is none. */
export function timeOf(stamp: Stamp): number {
  return read(stamp).at;
}

interface Reading {
  at: number;
  counter: number;
}

function read(stamp: Stamp): Reading {
  const [at = '', counter = ''] = stamp.split('-');
  return { at: Number.parseInt(at, 16) || 0, counter: Number.parseInt(counter, 16) || 0 };
}

function later(a: Reading, b: Reading): Reading {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.counter >= b.counter ? a : b;
}

function write(at: number, counter: number, device: string): Stamp {
  return `${hex(at, 12)}-${hex(counter, 4)}-${device}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
