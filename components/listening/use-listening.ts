import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { keptListening } from '../../utils/listening/kept.ts';
import type { SpokenPlace } from '../../utils/listening/order.ts';
import { rolesFor } from '../../utils/listening/voices.ts';
import { positionIn } from '../reading/position.ts';
import { createFollowing, type Following } from './following.ts';
import { createListening, type Listening } from './listening.ts';
import type { Spoken } from './reading-head.ts';
import { rangeOfSentence, readSpokenTexts } from './spoken-text.ts';

export interface PageListening {
  listening: Listening;
  following: Following;
  /** Begins at what is in sight of the article. */
  beginHere(): void;
  /** What the button does, and its key: begins, and once begun plays and pauses. */
  beginOrToggle(): void;
}

interface ShownArticle {
  /** What the page shows; null while it is no article. */
  article: Article | null;
  /** Whether it is to be seen: a narrow window may show the list in its place. */
  shown: boolean;
  /** Begin as soon as an article is there, if this is not taken back by then. */
  atOnce: boolean;
  /** Aborts when the page goes. */
  until: AbortSignal;
}

/** Reading aloud in a full tab: it ends with the article it began in. */
export function useListening({ article, shown, atOnce, until }: ShownArticle): PageListening {
  const current = useRef(article);
  current.current = article;
  const page = useMemo(() => createPageListening(() => current.current, until), [until]);
  const { listening, following } = page;
  useEffect(
    () =>
      effect(() => {
        const sentence = listening.sentence.value;
        const shownArticle = articleElement();
        following.show(sentence && shownArticle && rangeOfSentence(shownArticle, sentence));
      }),
    [page],
  );
  // Settings and edits put other text nodes in the place of those that were shown.
  useEffect(() => {
    const element = articleElement();
    if (!element || !article) return undefined;
    const changes = new MutationObserver(() => {
      listening.refresh();
      const sentence = listening.sentence.value;
      following.renew(sentence && rangeOfSentence(element, sentence));
    });
    changes.observe(element, { childList: true, characterData: true, subtree: true });
    return () => changes.disconnect();
  }, [page, article]);
  useLayoutEffect(() => () => listening.close(), [page, article]);
  useEffect(() => {
    // What changed of it while it was hidden was not read then.
    if (shown) listening.refresh();
    else listening.pause();
  }, [page, shown]);
  const asked = useRef(atOnce);
  asked.current &&= atOnce;
  useEffect(() => {
    if (!article || !asked.current) return;
    asked.current = false;
    page.beginHere();
  }, [page, article]);
  return page;
}

function createPageListening(article: () => Article | null, until: AbortSignal): PageListening {
  const pages = new BroadcastChannel('listening');
  const listening = createListening({
    // Switched off in some browsers.
    synth: 'speechSynthesis' in globalThis ? speechSynthesis : null,
    spoken: () => spokenOf(article(), navigator.languages),
    kept: keptListening,
    languages: navigator.languages,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
    onPlay: () => pages.postMessage('speaks'),
    until,
  });
  pages.addEventListener('message', () => listening.pause());
  until.addEventListener('abort', () => pages.close());
  const following = createFollowing({
    page: document,
    top: barBottom,
    bottom: () =>
      document.querySelector('.listening-place')?.getBoundingClientRect().top ?? innerHeight,
    until,
  });
  const beginHere = (): void => listening.begin(placeInSight());
  return {
    listening,
    following,
    beginHere,
    beginOrToggle() {
      if (listening.state.value === 'closed') beginHere();
      else listening.toggle();
    },
  };
}

function spokenOf(article: Article | null, languages: readonly string[]): Spoken | null {
  const element = articleElement();
  // While it is hidden, so is all of it: that is no change of what is read.
  if (!article || !element?.checkVisibility()) return null;
  const lang = typeof article.lang === 'string' ? article.lang : null;
  const main = article.dir === 'ltr' ? 'latin' : 'arabic';
  const roles = rolesFor(lang, languages);
  return { texts: readSpokenTexts(element), locale: roles[main].languages[0] ?? 'ar', main, roles };
}

function articleElement(): Element | null {
  return document.querySelector('[data-testid=article]');
}

function barBottom(): number {
  return document.querySelector('.article-side > .bar')?.getBoundingClientRect().bottom ?? 0;
}

/** The first line in sight; null where that is the headline, with which reading begins. */
function placeInSight(): SpokenPlace | null {
  const element = articleElement();
  const headline = element?.querySelector('.headline');
  const body = element?.querySelector('.article-body');
  if (!body || (headline && headline.getBoundingClientRect().bottom > barBottom())) return null;
  return positionIn(body, barBottom());
}
