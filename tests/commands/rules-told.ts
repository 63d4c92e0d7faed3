import { pagesOf, type Rule } from './rules-gathered.ts';

const SAMPLE_LENGTH = 110;
const SITES_NAMED = 8;

/** The rules as a table, each row with the sites and with samples of what it takes, of as many sites as there are. */
export function ruleLines(rules: readonly Rule[], samples: number): string[] {
  const head = row(' ', 'step', 'reason', 'sites', 'pages', 'pieces', 'phrase');
  return [head, ...rules.flatMap((rule) => oneRule(rule, samples))];
}

function oneRule(rule: Rule, samples: number): string[] {
  const { step, reason, phrase, sites, pieces } = rule;
  const mark = sites.size === 1 ? '*' : ' ';
  const counts = [sites.size, pagesOf(rule), pieces].map(String) as [string, string, string];
  const named = [...sites]
    .toSorted(([, a], [, b]) => b.size - a.size)
    .map(([site, { size }]) => (size === 1 ? site : `${site} ×${size}`));
  const more = named.length > SITES_NAMED ? ` and ${named.length - SITES_NAMED} more` : '';
  return [
    row(mark, step, reason, ...counts, phrase === null ? '–' : `«${phrase}»`),
    `      ${named.slice(0, SITES_NAMED).join(', ')}${more}`,
    ...chosen(rule, samples).map(({ site, text }) => `      ${site}: ${shortened(text)}`),
  ];
}

/** One of each site first, so that a busy site does not stand for all. */
function chosen({ samples }: Rule, most: number): Rule['samples'] {
  const seen = new Set<string>();
  const firsts = samples.filter(({ site }) => !seen.has(site) && seen.add(site));
  const others = samples.filter((sample) => !firsts.includes(sample));
  return [...firsts, ...others].slice(0, most);
}

function shortened(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}

function row(
  mark: string,
  step: string,
  reason: string,
  sites: string,
  pages: string,
  pieces: string,
  phrase: string,
): string {
  const counts = [sites, pages, pieces].map((count) => count.padStart(7)).join('');
  return `${mark} ${step.padEnd(13)}${reason.padEnd(20)}${counts}  ${phrase}`;
}
