import { answerPassages, answerSearch } from '../library/search/answer.ts';
import type { Passage, SearchPage } from '../messages.ts';
import { followFor, followNow } from './follow-index.ts';
import { surroundings } from './surroundings.ts';

/** The most results answered at once. */
const MAX_LIMIT = 500;
/** Rows of a first screen, whose passages come with them; those behind are asked for by themselves. */
const FIRST_SCREEN = 8;

export async function search(data: {
  query: string;
  limit: number;
  offset: number;
}): Promise<SearchPage> {
  const limit = Math.min(Math.max(Math.trunc(data.limit) || 0, 1), MAX_LIMIT);
  const offset = Math.max(Math.trunc(data.offset) || 0, 0);
  const page = await answerSearch(await surroundings.openLibrary(), {
    query: data.query,
    limit,
    offset,
    passages: offset === 0 ? FIRST_SCREEN : 0,
  });
  // A list that searches asks again, once more can be found.
  if (page.waiting > 0) void followFor(surroundings, () => surroundings.committed([]));
  return page;
}

export async function passages(data: {
  query: string;
  ids: string[];
}): Promise<Record<string, Passage>> {
  return answerPassages(await surroundings.openLibrary(), data);
}

/** At every start: what was saved last may not have been followed. */
export async function followAtWake(): Promise<void> {
  await followNow(surroundings);
}
