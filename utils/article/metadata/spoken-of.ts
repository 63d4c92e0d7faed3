import { foldWords } from '../../arabic/fold.ts';
import { PARAGRAPH, type PageLine } from './zone.ts';

/** What news report of a speaker, folded, without the و before it and the ت behind. */
const SAYS = new Set(
  'قال قالت اضاف اكد اوضح صرح تابع اعتبر اشار واصل كشف شدد لفت ذكر بين رد علق اعلن وصف اختتم'.split(
    ' ',
  ),
);
/** Characters in which a dateline or a label may name the author at a paragraph's head. */
const HEAD = 60;

/**
 * Whether a text's paragraphs speak of somebody: by the whole name, or by the last one as of who says
 * something («وأضاف صلاح»). A headline «فلان: …» is then a quotation; who writes a column speaks of
 * himself as «I».
 */
export function isSpokenOf(name: string, body: readonly PageLine[]): boolean {
  const words = foldWords(name);
  const last = words.split(' ').at(-1) ?? '';
  return body.some(({ text, words: said }) => {
    if (text.length < PARAGRAPH) return false;
    const at = said.lastIndexOf(`${words} `);
    return at > HEAD || says(said.split(' '), last);
  });
}

function says(said: readonly string[], name: string): boolean {
  return said.some((word, at) => {
    const verb = said[at - 1] ?? '';
    return word === name && (SAYS.has(verb) || SAYS.has(verb.replace(/^و|ت$/g, '')));
  });
}
