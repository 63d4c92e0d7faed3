import { fold } from '../arabic/fold.ts';
import type { Removal, RemovalReason, RemovalStep } from './article.ts';
import { hash } from './hash.ts';

const SAMPLE_LENGTH = 200;
/** Characters of HTML and text in all; past it, what was taken is still counted and sampled. */
const LARGEST_RECORD = 50_000;

/** What was left out, as the steps tell it. */
export interface RemovalRecord {
  /** Before Readability: counted and sampled, one entry for a step and reason. */
  drop(step: RemovalStep, reason: RemovalReason, text: () => string): void;
  /** After Readability: kept with its HTML and its place, `at` being the key of the block it stood before. */
  take(taken: Taken): void;
  list(): Removal[];
}

export interface Taken {
  step: RemovalStep;
  reason: RemovalReason;
  phrase: string | null;
  text: string;
  html: string;
  at: string | null;
}

export function createRecord(): RemovalRecord {
  const dropped = new Map<string, Removal>();
  const taken: Removal[] = [];
  const seen = new Map<string, number>();
  let size = 0;

  const identify = (step: RemovalStep, reason: RemovalReason, text: string): string => {
    const id = hash(`${step} ${reason} ${fold(text)}`);
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    return occurrence === 0 ? id : `${id}-${occurrence}`;
  };

  return {
    drop(step, reason, text) {
      const key = `${step} ${reason}`;
      const known = dropped.get(key);
      if (known) {
        known.count++;
        return;
      }
      const sample = oneLine(text()).slice(0, SAMPLE_LENGTH);
      if (!sample) return;
      const id = identify(step, reason, sample);
      dropped.set(key, {
        id,
        step,
        reason,
        phrase: null,
        text: sample,
        html: null,
        count: 1,
        at: null,
      });
    },
    take({ step, reason, phrase, text, html, at }) {
      const sample = oneLine(text).slice(0, SAMPLE_LENGTH);
      const kept = size + html.length + sample.length <= LARGEST_RECORD ? html : null;
      size += (kept?.length ?? 0) + sample.length;
      taken.push({
        id: identify(step, reason, sample),
        step,
        reason,
        phrase,
        text: sample,
        html: kept,
        count: 1,
        at,
      });
    },
    list: () => [...dropped.values(), ...taken].slice(0, 400),
  };
}

function oneLine(text: string): string {
  // A subtree may hold megabytes; a sample needs its beginning only.
  return text.slice(0, 2000).replace(/\s+/g, ' ').trim();
}
