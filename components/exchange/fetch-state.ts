import { signal, type Signal } from '@preact/signals';
import { askForHosts, whileAsking } from '../../utils/hosts.ts';
import { saveFailure } from '../../utils/library/errors.ts';
import { askRows } from '../library/ask.ts';
import { fetchTexts, type FetchedTexts, type TextOutcome } from '../library/fetch-texts.ts';
import { READING_LIST, type ListView } from '../library/list-view.ts';

export type FetchStage =
  /** `denied`: the reader did not give the right to ask hosts. */
  | { kind: 'ask'; denied: boolean }
  /** `total`: null until the links are known. */
  | { kind: 'working'; done: number; total: number | null }
  | { kind: 'none' }
  | { kind: 'done'; counts: ReadonlyMap<TextOutcome, number>; stopped: FetchedTexts['stopped'] };

export interface Fetching {
  stage: Signal<FetchStage>;
  /** Call it in the press itself: the browser asks the reader first. */
  start(): Promise<void>;
  cancel(): void;
}

const LINKS: ListView = { ...READING_LIST, shelf: { kind: 'links' } };

/** From kept links to their texts. Each text is kept as it comes, whatever happens to the others. */
export function createFetching(): Fetching {
  const stage = signal<FetchStage>({ kind: 'ask', denied: false });
  let under = new AbortController();

  async function fetchAll(
    until: AbortSignal,
    counts: Map<TextOutcome, number>,
  ): Promise<FetchStage> {
    const { rows } = await askRows(LINKS, 0, Number.POSITIVE_INFINITY);
    const links = rows.map(({ item }) => item);
    if (links.length === 0) return { kind: 'none' };
    stage.value = { kind: 'working', done: 0, total: links.length };
    const { stopped } = await fetchTexts(links, {
      signal: until,
      progress({ done, total, last: { outcome } }) {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        stage.value = { kind: 'working', done, total };
      },
    });
    return { kind: 'done', counts, stopped };
  }

  return {
    stage,
    async start() {
      const agreed = askForHosts();
      under = new AbortController();
      const counts = new Map<TextOutcome, number>();
      try {
        if (!(await agreed)) {
          stage.value = { kind: 'ask', denied: true };
          return;
        }
        stage.value = { kind: 'working', done: 0, total: null };
        stage.value = await whileAsking(() => fetchAll(under.signal, counts));
      } catch (error) {
        // The reader gets a sentence, and what was saved until then; whoever looks into it needs the error.
        console.error(error);
        stage.value = { kind: 'done', counts, stopped: saveFailure(error) };
      }
    },
    cancel: () => under.abort(),
  };
}
