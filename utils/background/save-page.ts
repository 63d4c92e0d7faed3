import type { Browser } from 'wxt/browser';
import { newIntent, removeIntents } from '../library/saving/intents.ts';
import { note, perform, underWay } from '../library/saving/saving.ts';
import type { SaveOutcome } from '../library/requests.ts';
import { askInPopup } from './ask.ts';
import { showMark, type Mark } from './badge.ts';
import { picturesFollow } from './pictures.ts';
import { readTab } from './press.ts';
import { surroundings } from './surroundings.ts';

/**
 * Saves the article of a tab without the popup, for the key and the menu. The button's badge gives
 * the answer; what needs words is said when the popup is opened next. Nothing is written of a
 * private window: there the popup is opened to ask.
 */
export async function savePage(tab: Browser.tabs.Tab): Promise<void> {
  const { id: tabId } = tab;
  if (tabId === undefined) return;
  if (tab.incognito) return askInPopup(tab, { kind: 'private-page' });
  const intent = newIntent({ url: tab.url ?? '', title: tab.title ?? '' }, null);
  const mark = await underWay(surroundings, intent, async (): Promise<Mark> => {
    const reading = await readTab(tabId);
    if (!reading.ok) {
      await removeIntents(surroundings.store, [intent.id]);
      return 'trouble';
    }
    const { article } = reading;
    const work = { kind: 'article', article, onConflict: 'ask' } as const;
    const known = { ...intent, url: article.url, title: article.title, work };
    await note(surroundings, known);
    const outcome = await perform(surroundings, known, false);
    picturesFollow(outcome, { pressed: true });
    return markOf(outcome);
  });
  if (mark === 'question') await askInPopup(tab, { kind: 'conflict' });
  else await showMark(tabId, mark);
}

function markOf(outcome: SaveOutcome): Mark {
  if (outcome.kind === 'conflict') return 'question';
  return outcome.kind === 'failed' ? 'trouble' : 'saved';
}
