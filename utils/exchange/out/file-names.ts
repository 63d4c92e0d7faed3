/** Bytes in UTF-8, with the ending: what every file system and unpacker takes, twice over. */
const LONGEST = 120;

/** Bytes of « (1234567)». */
const NUMBER = 10;

/** Not for names in Windows, nor in the programs that keep notes as files. */
const RESERVED = /[<>:"/\\|?*#^[\]%{}~`$]/gu;

/** Names of devices in Windows, whatever their ending: learn.microsoft.com, «Naming Files, Paths, and Namespaces». */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/iu;

/** Joiners change how Arabic and Persian letters and emoji look; nothing else unseen is kept. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * Makes names of files from headlines: safe on every system, each met once whatever a system does with
 * case, normal forms and joiners.
 *
 * @param ending with its dot
 */
export function createFileNames(ending: string): (headline: string, fallback: string) => string {
  const taken = new Set<string>();
  /** The next number of each stem: years of a programme may stand under one headline. */
  const next = new Map<string, number>();
  return (headline, fallback) => {
    const stem = stemOf(headline) || stemOf(fallback) || 'article';
    const group = alike(cut(stem, LONGEST - bytesOf(ending) - NUMBER));
    for (let number = 1; ; number = next.get(group) ?? 2) {
      if (number > 1) next.set(group, number + 1);
      const tail = number === 1 ? ending : ` (${number})${ending}`;
      const name = trimmed(cut(stem, LONGEST - bytesOf(tail))) + tail;
      const key = alike(name);
      if (!taken.has(key)) {
        taken.add(key);
        return name;
      }
    }
  };
}

function stemOf(text: string): string {
  const plain = text.normalize('NFC').replace(UNSEEN, '').replace(RESERVED, ' ');
  const stem = trimmed(plain.replace(/\s+/gu, ' '));
  return DEVICE.test(stem) ? `_${stem}` : stem;
}

/** Dots at the start hide a file, dots and spaces at the end are dropped by Windows; a dash looks like an option. */
function trimmed(text: string): string {
  return text.replace(/^(?:[\s.-]|\u200C|\u200D)+|(?:[\s.]|\u200C|\u200D)+$/gu, '');
}

/** Whole characters with their marks, as many as `bytes` hold. */
function cut(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  let size = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(text)) {
    size += bytesOf(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept;
}

/** Two names that some system takes for one give the same. */
function alike(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase();
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
