import type { Removal, RemovalReason, RemovalStep } from '../../utils/article/article.ts';

/** What was left out of one page. */
export interface PageRemovals {
  name: string;
  /** The page's host without `www.`. */
  site: string;
  removals: Pick<Removal, 'step' | 'reason' | 'phrase' | 'text' | 'count'>[];
}

/** A rule as far as the record of removals tells it apart: without a phrase it is all that structure decides for this reason. */
export interface Rule {
  step: RemovalStep;
  reason: RemovalReason;
  phrase: string | null;
  /** Pages where it fires, by site. */
  sites: Map<string, Set<string>>;
  /** Pieces it takes in all. */
  pieces: number;
  samples: { site: string; text: string }[];
}

const STEPS: RemovalStep[] = [
  'snapshot',
  'furniture',
  'readability',
  'repeats',
  'inner-noise',
  'metadata',
];

/** In the order of the steps; within one, what fires on most sites first. */
export function gatherRules(pages: readonly PageRemovals[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { name, site, removals } of pages) {
    for (const { step, reason, phrase, text, count } of removals) {
      const key = JSON.stringify([step, reason, phrase]);
      const rule: Rule = rules.get(key) ?? {
        step,
        reason,
        phrase,
        sites: new Map<string, Set<string>>(),
        pieces: 0,
        samples: [],
      };
      rules.set(key, rule);
      rule.sites.set(site, (rule.sites.get(site) ?? new Set<string>()).add(name));
      rule.pieces += count;
      rule.samples.push({ site, text });
    }
  }
  return [...rules.values()].toSorted(
    (a, b) =>
      STEPS.indexOf(a.step) - STEPS.indexOf(b.step) ||
      b.sites.size - a.sites.size ||
      pagesOf(b) - pagesOf(a),
  );
}

export function pagesOf({ sites }: Rule): number {
  return [...sites.values()].reduce((sum, pages) => sum + pages.size, 0);
}
