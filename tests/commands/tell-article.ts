import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';

const RULE = '─'.repeat(60);

/** Prints in the terminal what a reader sees in the popup, saves the article, prints the saved list. */
export async function tellArticle(popup: View, picture: `${string}.png`): Promise<void> {
  const outcome = await until('the popup to say what it found', () => popup.evaluate(outcomeShown));
  await mkdir(dirname(picture), { recursive: true });
  await popup.screenshot(picture);
  if (outcome === 'article') {
    print(RULE, await popup.evaluate(articleShown), RULE);
    if ((await popup.count('show-removals')) > 0) {
      await popup.click('show-removals');
      print(await popup.evaluate(removalsShown));
    } else print('Nothing was removed from inside the article.');
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await popup.click('open-library');
    await popup.waitFor('library-item');
    print('', await popup.evaluate(libraryShown));
  } else print(RULE, await popup.text(outcome), RULE);
  print('', `The popup's picture: ${picture}`);
}

/** Directional marks are for browsers; terminals print some of them. */
function print(...lines: string[]): void {
  for (const line of lines) console.log(line.replace(/[\u2066-\u2069\u200e\u200f\u061c]/gu, ''));
}

// These run in the popup: they may use nothing but their argument.

function outcomeShown(): string | null {
  const shown = document.querySelector<HTMLElement>(
    '[data-testid="article"], [data-testid^="state-"]:not([data-testid="state-working"])',
  );
  return shown?.dataset['testid'] ?? null;
}

function articleShown(): string {
  const part = (testId: string) =>
    document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.innerText.trim() ?? '';
  const facts = [part('article-byline'), part('article-date')].filter(Boolean).join(' · ');
  const body = part('article-body').replace(/\n{2,}/g, '\n\n');
  return [part('article-title'), facts, '', body].join('\n');
}

function removalsShown(): string {
  const reasons = new Map<string, string>();
  for (const row of document.querySelectorAll<HTMLElement>('[data-testid="removal"]')) {
    const words = row.querySelector<HTMLElement>('.reason')?.innerText ?? '';
    reasons.set(row.dataset['reason'] ?? '', words.replace(/\s*\(\P{L}+\)$/u, ''));
  }
  const line = document.querySelector<HTMLElement>('[data-testid="removals"] p')?.innerText ?? '';
  const separator = document.documentElement.lang === 'ar' ? '، ' : ', ';
  return `${line.split(':')[0]}: ${[...reasons.values()].join(separator)}`;
}

function libraryShown(): string {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="library-item"] a')];
  return rows.map((row) => `• ${row.innerText.replace(/\s*\n\s*/g, ' — ')}`).join('\n');
}
