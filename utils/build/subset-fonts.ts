import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

type Range = readonly [first: number, last: number];

interface Subset {
  /** `<name>.woff2` in the folder the styles take it from. */
  name: string;
  /** A file of a package. */
  from: string;
  ranges: readonly Range[];
  /** The weights kept of a variable font. */
  weights?: { min: number; max: number; default: number };
}

/**
 * What Arabic is written in today: the whole block, never a choice made from texts; ornate brackets,
 * ﷲ and ﷺ. The rest (presentation forms, African and old Qur'anic letters) stays in the whole file,
 * which loads where one of them is met.
 */
const ARABIC: readonly Range[] = [
  [0x0600, 0x06ff],
  [0x200c, 0x200f],
  [0x2010, 0x2011],
  [0xfd3e, 0xfd3f],
  [0xfdf2, 0xfdf2],
  [0xfdfa, 0xfdfa],
];

const LATIN: readonly Range[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ff],
  [0x0131, 0x0131],
  [0x0152, 0x0153],
  [0x02bb, 0x02bc],
  [0x02c6, 0x02c6],
  [0x02da, 0x02da],
  [0x02dc, 0x02dc],
  [0x2000, 0x200b],
  [0x2012, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];

const NASKH = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic';
const SANS = '@fontsource-variable/vazirmatn/files/vazirmatn';
const AMIRI = '@fontsource/amiri/files/amiri-arabic';
/** Of text and headings, and all that naskh has. */
const WEIGHTS = { min: 400, max: 700, default: 400 };

export const SUBSETS: readonly Subset[] = [
  { name: 'naskh-arabic', from: `${NASKH}-arabic-wght-normal.woff2`, ranges: ARABIC },
  {
    name: 'sans-arabic',
    from: `${SANS}-arabic-wght-normal.woff2`,
    ranges: ARABIC,
    weights: WEIGHTS,
  },
  { name: 'sans-latin', from: `${SANS}-latin-wght-normal.woff2`, ranges: LATIN, weights: WEIGHTS },
  { name: 'amiri-arabic-400', from: `${AMIRI}-400-normal.woff2`, ranges: ARABIC },
  { name: 'amiri-arabic-700', from: `${AMIRI}-700-normal.woff2`, ranges: ARABIC },
];

/** Where the styles take the fonts from; made by every build, and anew only what has changed. */
const FONTS = '.wxt/fonts';

/**
 * Writes the parts of the faces that nearly every article needs into `folder`: half the bytes of the
 * packages' files, so that the first page waits for little.
 */
export async function makeFonts(folder: string = FONTS): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const subset of SUBSETS) {
    const font = await readFile(join('node_modules', subset.from));
    const made = createHash('sha256').update(font).update(JSON.stringify(subset)).digest('hex');
    const mark = join(folder, `${subset.name}.sha256`);
    if ((await textOf(mark)) === made) continue;
    await writeFile(join(folder, `${subset.name}.woff2`), await cut(font, subset));
    await writeFile(mark, made);
  }
}

async function cut(font: Uint8Array, { ranges, weights }: Subset): Promise<Uint8Array> {
  return subsetFont(font, charactersOf(ranges), {
    targetFormat: 'woff2',
    ...(weights && { variationAxes: { wght: weights } }),
  });
}

function charactersOf(ranges: readonly Range[]): string {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
    )
    .join('');
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
