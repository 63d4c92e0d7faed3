/**
 * `npm run rules -- --pages DIR`: for each rule of removal (its step and reason) and each phrase of
 * noise, the sites of a folder's stored pages where it fires and what it takes away there. A rule
 * that fires on a single site is marked: it may know that site rather than a shape.
 */
import type { Extraction, Removal } from '../../utils/article/article.ts';
import { bundleExtractor } from './extractor-bundle.ts';
import { optionsOf, pagesFolder, wholeNumber } from './options.ts';
import { skimStored } from './read-stored.ts';
import { gatherRules, type PageRemovals } from './rules-gathered.ts';
import { ruleLines } from './rules-told.ts';

const values = optionsOf({
  options: {
    pages: { type: 'string' },
    only: { type: 'string' },
    step: { type: 'string' },
    reason: { type: 'string' },
    phrase: { type: 'string' },
    samples: { type: 'string', default: '3' },
    single: { type: 'boolean', default: false },
  },
});
if (!values.pages) {
  console.error(
    'Usage: npm run rules -- --pages DIR [--only NAME,NAME] [--step STEP] [--reason REASON] [--phrase WORDS] [--single] [--samples N]',
  );
  process.exit(2);
}
const samples = wholeNumber('samples', values.samples);
const pages = await readRemovals(pagesFolder(values.pages), values.only?.split(',') ?? null);
const rules = gatherRules(pages).filter(({ sites }) => !values.single || sites.size === 1);
const sites = new Set(pages.map(({ site }) => site));
console.log(ruleLines(rules, samples).join('\n'));
console.log(
  `\n${rules.length} rules on ${pages.length} pages of ${sites.size} sites; * fires on a single site`,
);

async function readRemovals(folder: string, only: string[] | null): Promise<PageRemovals[]> {
  const script = await bundleExtractor();
  const read: PageRemovals[] = [];
  await skimStored({ pages: folder, only }, async (page, tab) => {
    await tab.show(page);
    const call = `warraq.readArticle(Date.now(), ${JSON.stringify(page.url)})`;
    const extraction = (await tab.run(script, call)) as Extraction;
    const article = extraction.ok ? extraction.article : extraction.anyway;
    const site = new URL(page.url).hostname.replace(/^www\./, '');
    read.push({ name: page.name, site, removals: (article?.removals ?? []).filter(isAskedFor) });
  });
  return read;
}

function isAskedFor({ step, reason, phrase }: Removal): boolean {
  const { step: askedStep, reason: askedReason, phrase: words } = values;
  return (
    (!askedStep || step === askedStep) &&
    (!askedReason || reason === askedReason) &&
    (!words || (phrase ?? '').includes(words))
  );
}
