// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { indexSoon } from '../../../utils/background/search-index.ts';
import type { Library } from '../../../utils/library/database.ts';
import { readHead } from '../../../utils/library/search/stored.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import type { Surroundings } from '../../../utils/library/saving/saving.ts';
import { article, emptyLibrary } from '../library/samples.ts';

const fake = vi.hoisted(() => ({
  ran: Promise.resolve(false),
  warmSearch: vi.fn<(library: Library) => Promise<void>>(),
}));
vi.mock('../../../utils/background/settling.ts', () => ({
  settling: () => ({
    soon: (_count: number, run: () => Promise<boolean>) => void (fake.ran = run()),
  }),
}));
vi.mock('../../../utils/library/search/answer.ts', () => ({ warmSearch: fake.warmSearch }));

beforeEach(() => void fake.warmSearch.mockReset().mockResolvedValue());

async function indexed(library: Library): Promise<void> {
  const openLibrary = () => Promise.resolve(library);
  indexSoon({ openLibrary } as Partial<Surroundings> as Surroundings, 1);
  await fake.ran;
}

it('is read for the first search of a connection, and again only once much of it was merged', async () => {
  const { library, context } = await emptyLibrary();
  await indexed(library);
  expect(fake.warmSearch).toHaveBeenCalledExactlyOnceWith(library);
  let segments = 0;
  for (let n = 1; ; n += 1) {
    const url = `https://news.example/story-${1_000_000 + n}`;
    await saveArticle(article({ url, title: `العنوان ${n}` }), 'keep-both', context);
    await indexed(library);
    const before = segments;
    segments = (await readHead(library))?.segments.length ?? 0;
    if (segments <= before) break;
    expect(fake.warmSearch).toHaveBeenCalledOnce();
  }
  expect(fake.warmSearch).toHaveBeenCalledTimes(2);
  const { library: other } = await emptyLibrary();
  await indexed(other);
  expect(fake.warmSearch).toHaveBeenLastCalledWith(other);
});
