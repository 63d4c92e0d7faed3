import { createHash } from 'node:crypto';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import { addressesOf, articleId } from '../../../../utils/library/saving/identity.ts';
import type { Edit, Entry, Item, Picture, StoredBytes } from '../../../../utils/library/item.ts';
import { mergeEntries } from '../../../../utils/library/merge.ts';
import { article } from '../samples.ts';

export type Pick = (below: number) => number;

/** Seeded, so that a failure can be run again. */
export function random(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) % below;
  };
}

/** What is lost or changed first where text is handled carelessly. */
const ODDITIES = [
  'مُحَمَّدٌ كَتَبَ كِتَابًا',
  'الـــرياض',
  '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  '\u200b\u200c\u200d\u2060\ufeff',
  '👩‍👩‍👧‍👦🇸🇦🏳️‍🌈',
  '𐎀𞤀𝒜𠮷',
  'é e\u0301 ﷺ ﻻ لا',
  'آ \u0627\u0653 أ \u0627\u0654',
  '\ud83d \udc00',
  '\u2028 \u2029 \u0085 \u00a0',
  '"\\/ </script> \u0000\u0001\u001f\u007f',
  '٢٠٢٦ ۲۰۲۶ 2026',
];

const word = (pick: Pick): string => `كلمة${pick(5_000)}`;

export function words(pick: Pick, count: number): string {
  return Array.from({ length: count }, () =>
    pick(6) === 0 ? (ODDITIES[pick(ODDITIES.length)] ?? '') : word(pick),
  ).join(' ');
}

const DEVICES = ['0a1b2c3d', 'deadbeef', 'ffffffff'];

function stamp(pick: Pick, at = 1_700_000_000_000 + pick(1_000_000_000)): string {
  const device = DEVICES[pick(DEVICES.length)];
  return `${at.toString(16).padStart(12, '0')}-000${pick(3)}-${device}`;
}

/** A picture's bytes: noise, as packed pictures look like. */
function bytesOf(pick: Pick): StoredBytes {
  const bytes = Uint8Array.from({ length: 20 + pick(2_000) }, () => pick(256));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, type: 'image/webp', bytes };
}

export interface Generated {
  entry: Entry;
  bytes: StoredBytes[];
}

/** Any entry a library may hold, number `n` of its kind. */
export async function generated(pick: Pick, n: number): Promise<Generated> {
  const url = `https://www.site${n % 7}.example/news/story-${100_000 + n}?utm_source=x`;
  const [address] = addressesOf({ url, canonicalUrl: null });
  const id = await articleId(address);
  const savedAt = 1_600_000_000_000 + pick(1_000_000_000);
  const title = `${words(pick, 5)} ${n}`;
  let entry = linkEntry(id, { url, title, addresses: [address] }, savedAt);
  const bytes = Array.from({ length: pick(3) }, () => bytesOf(pick));
  if (pick(8) > 0) entry = read(pick, entry, title, bytes);
  if (pick(8) === 0) entry = read(pick, entry, title, bytes);
  entry = { ...entry, item: { ...entry.item, ...readersFields(pick) }, edits: edits(pick) };
  if (entry.text) entry.pictures = bytes.map(pictureOf);
  // In the order and with the derived fields that every write gives.
  return { entry: mergeEntries(entry, entry), bytes: entry.text ? bytes : [] };
}

function read(pick: Pick, entry: Entry, title: string, bytes: readonly StoredBytes[]): Entry {
  const text = Array.from({ length: 3 }, () => words(pick, 30)).join('\n');
  const pictures = bytes.map((_, index) => `<img src="${pictureAddress(index)}">`).join('');
  const html = `${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}${pictures}`;
  const version = {
    article: article({ url: entry.item.url, title, text, html, byline: words(pick, 2) }),
    chosenAt: pick(4) === 0 ? stamp(pick) : null,
  };
  return withText(entry, version, entry.item.addresses, entry.item.savedAt + pick(1_000));
}

function readersFields(pick: Pick): Partial<Item> {
  const deleted = pick(10) === 0;
  const position = pick(3) === 0 ? { block: 'b1', offset: pick(90), share: pick(100) / 100 } : null;
  return {
    archived: pick(3) === 0,
    favourite: pick(4) === 0,
    deletedAt: deleted ? 1_700_000_000_000 + pick(1_000) : null,
    position,
    tags: Array.from({ length: pick(4) }, () => ({
      name: pick(2) ? word(pick) : words(pick, 1) || 'و',
      stamp: stamp(pick),
      removed: pick(4) === 0,
    })),
    stamps: {
      ...(pick(2) && { archived: stamp(pick) }),
      ...(pick(2) && { favourite: stamp(pick) }),
      ...(deleted && { deletedAt: stamp(pick) }),
      ...(position && { position: stamp(pick) }),
    },
  };
}

const COLOURS = [1, 2, 3, 4] as const;
const KINDS = ['put-back', 'hide', 'direction', 'title', 'byline', 'highlight', 'note'] as const;

function edits(pick: Pick): Edit[] {
  return Array.from({ length: pick(3) }, () => {
    const edit: Edit = {
      id: `e${pick(1_000_000)}`,
      kind: KINDS[pick(KINDS.length)] ?? 'note',
      anchor: pick(2) ? { block: `b${pick(9)}`, start: pick(10), end: 10 + pick(10) } : null,
      value: pick(3) === 0 ? null : words(pick, 4),
      stamp: stamp(pick),
      removed: pick(4) === 0,
    };
    if (!edit.value || edit.kind !== 'highlight') return edit;
    const colour = COLOURS[edit.value.length % 4] ?? 1;
    return { ...edit, colour, around: [edit.value.slice(0, 3), edit.value.slice(-3)] };
  });
}

const pictureAddress = (index: number): string => `https://img.example/${index}.webp`;

function pictureOf({ hash, type, bytes }: StoredBytes, index: number): Picture {
  const size = bytes.length;
  return { address: pictureAddress(index), hash, type, width: 100 + index, height: 50, size };
}
