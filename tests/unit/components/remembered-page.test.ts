import { beforeEach, expect, test } from 'vitest';
import { createPlace, type Place } from '../../../components/app/place.ts';
import {
  rememberedPage,
  rememberedPlace,
  rememberPage,
  rememberPlace,
} from '../../../components/app/remembered-page.ts';
import type { Item } from '../../../utils/library/item.ts';
import { article } from '../library/samples.ts';

const AT = { block: 'a1', offset: 3, share: 0.4 };
const placeOf = (item: Item | null, isPrivate = false): Place => ({
  ...createPlace({ kind: 'article', from: 'page', article: article(), item }),
  isPrivate,
});

beforeEach(() => history.replaceState(null, ''));

test('the history keeps the page of an article and how far it was read, until it is saved', () => {
  rememberPage(placeOf(null));
  expect(rememberedPage()).toBe(article().url);
  expect(rememberedPlace()).toBeNull();
  rememberPlace(placeOf(null), AT);
  expect(rememberedPlace()).toEqual(AT);
  rememberPage(placeOf({ id: 'a' } as Item));
  rememberPlace(placeOf({ id: 'a' } as Item), AT);
  expect(rememberedPlace()).toBeNull();
});

test('the history of a private window keeps nothing', () => {
  rememberPage(placeOf(null, true));
  rememberPlace(placeOf(null, true), AT);
  expect(history.state).toBeNull();
});

test('what is no place in the history is none', () => {
  history.replaceState({ page: article().url, place: { block: 1, offset: 'x', share: 0 } }, '');
  expect(rememberedPlace()).toBeNull();
});
