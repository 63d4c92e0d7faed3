import { answerPassages, answerSearch } from '../library/search/answer.ts';
import type { Passage, SearchPage } from '../library/search/answer.ts';
import { healed } from './mirror.ts';
import { whenIndexed } from './search-index.ts';
import { surroundings } from './surroundings.ts';

/** Rows on the first screen: their passages come with them, each at the price of reading its text. */
const WITH_PASSAGE = 8;

export async function search(data: {
  query: string;
  limit: number;
  offset: number;
}): Promise<SearchPage> {
  const asked = { ...data, passages: Math.max(0, WITH_PASSAGE - data.offset) };
  const page = await healed(surroundings, null, (library) => answerSearch(library, asked));
  // Who searches now asks again, once more can be found.
  if (page.waiting > 0) whenIndexed(surroundings, () => surroundings.committed([]));
  return page;
}

export async function passages(data: {
  query: string;
  ids: string[];
}): Promise<Record<string, Passage>> {
  return healed(surroundings, null, (library) => answerPassages(library, data));
}
