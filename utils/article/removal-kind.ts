import type { Removal } from './article.ts';

/** What a site can be told to always show: see `Removal`. */
export type RemovalKind = Pick<Removal, 'step' | 'reason' | 'phrase'>;

export function isSameKind(a: RemovalKind, b: RemovalKind): boolean {
  return a.step === b.step && a.reason === b.reason && a.phrase === b.phrase;
}
