import type { AuthorRole } from '../article.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';

/**
 * How far a label is to be believed. `strong`: no sentence begins so before a name. `verb`: also a
 * verb of sentences («كتب», «حاوره»). `noun`: also a kicker or the start of a headline («تقرير: …»).
 * `desk`: who put the text on the page, its author or not.
 */
type Kind = 'strong' | 'verb' | 'noun' | 'desk';

/** What Arabic, English and French pages print before an author's name, folded; the more exact first. */
const LABELS: [AuthorRole, Kind, string][] = [
  [
    'author',
    'desk',
    'نشر(?:ت|ه|ها)? (?:بواسطه|من قبل)|(?:اضيف|ادرج|ارسلت?) بواسطه|ارسل(?:ه|ها)|posted by|publié par|(?:ال)?محرره?|تحرير|(?:ال)?ناشر',
  ],
  [
    'author',
    'strong',
    '(?:كتب )?بقلم(?! (?:ال)?(?:رصاص|حبر|جاف|سحري|احمر|ازرق|اسود)(?: |$))(?: الكاتبه?| الدكتوره?)?|(?:كتب |مقال |مرسله |تمت الكتابه )?بواسطه|(?:written |article )?by|aut(?:ho|eu)r|(?:[eé]crit )?par|اسم الكاتب|كتب(?:ها?| المقال| التقرير)|(?:ال)?مؤلف(?! (?:كتاب|روايه|ديوان|مجموعه|سلسله))|تاليف|اعداد و(?:تحرير|تقديم)|اعدت? التقرير|كاتب المقال|(?:ال)?مفتي|المجيب|(?:ا|ي)ج[اي]ب عن(?:ه|ها|هم)?',
  ],
  [
    'author',
    'verb',
    '(?:كتبت?|تقرير|تحقيق|اعداد|نص|متابعه) و ?تصوير|كتبت?|يكتبها?|من طرف|اعداد|اعد(?:ت|ها?|ته)?|(?:ال)?كاتبه?|مراسلت?نا',
  ],
  [
    'author',
    'noun',
    '(?:ال)?مصدر|مراسله? \\S+|تقرير|تحقيق|تحليل|متابعه|تغطيه|راي|خاص|الاسم|نص|شعر|قصه|مقال|عمود|كتابه',
  ],
  [
    'interviewer',
    'verb',
    'حاور(?:ته?)?(?:ها?|هم)?|(?:اجر[يت] (?:معه )?)ال(?:حوار|مقابله)|اجر(?:اه|ته)|التق(?:اه|ته)|interview by|propos recueillis par|entretien réalisé par',
  ],
  ['interviewer', 'noun', 'حوار|مقابله|لقاء'],
  [
    'translator',
    'verb',
    'ترجم(?:ه|ها|ته)(?: وتحرير)?|تعريب|نقله الي العربيه|translated by|traduit par|traduction',
  ],
  ['photographer', 'noun', 'تصوير|عدسه|photos?(?: by)?|photographie'],
];

const NAMES = LABELS.map(([, , names]) => `(${names})`).join('|');
/** «حاوره في تونس: …» */
const PLACE = String.raw`(?: (?:في|من) \S+(?: \S+)?(?=\s*[:：]))?`;
const LABEL = new RegExp(`^(?:${NAMES})${PLACE}(?:\\s*([:：/|_–—-])\\s*|\\s+|$)`);
const SOMEWHERE = new RegExp(`(?<![a-zà-ÿ\u0621-\u064a])(?:${NAMES})(?![a-zà-ÿ\u0621-\u064a])`);

/** False for most lines: no label stands anywhere in the folded text. */
export function holdsLabel(folded: string): boolean {
  return SOMEWHERE.test(folded);
}

/** True if a folded text is a label and nothing more. */
export function isLabel(folded: string): boolean {
  return LABEL.exec(folded)?.[0] === folded;
}

export interface Label {
  role: AuthorRole;
  kind: Kind;
  /** Length of the label in the folded text, with its colon. */
  length: number;
  /** True if nothing but the label stands there. */
  alone: boolean;
  /** True if a colon, dash or slash parts it from what follows. */
  parted: boolean;
}

/** The label a folded text begins with, or null. A noun in a line of its own is none. */
export function bylineLabel(folded: string): Label | null {
  const match = LABEL.exec(folded);
  const found = match && LABELS[match.slice(1).findIndex(Boolean)];
  if (!found) return null;
  const [role, kind] = found;
  const { length } = match[0];
  const alone = length === folded.length;
  if (alone && kind === 'noun') return null;
  return { role, kind, length, alone, parted: match.at(-1) !== undefined };
}

/** Words before a date; «تاريخ التحديث» holds both: what begins later decides. */
const DATE_LABEL =
  /(تحديث|تعديل|حدث|updated|modifi|mis[e ]? [aà] jour)|نشر|تاريخ(?! (?:ال)?(?:ميلاد|ولاد|وفا|اصدار|تاسيس|انتهاء|صلاحي))|كتب في|ا(?:ضيف|درج)|publi|post|created/g;

/**
 * «… بقلم فلان» at a title's end: where it begins, and the name. Nothing where no sign parts it from
 * what stands before and no given name says that it is one («يرسمون البحر بقلم مكسور»).
 */
export function writerInTitle(title: string): { at: number; name: string } | null {
  const match = /(?:^|([\s….|/–—-]))بقلم\s*([:/-]?)\s*([^:]{4,40})$/.exec(title);
  const [, before = '', sign, name = ''] = match ?? [];
  if (!match || !bylineLabel(fold(`بقلم ${name}`))) return null;
  const isParted = sign !== '' || /[….|/–—-]\s*$/.test(title.slice(0, match.index + before.length));
  if (!isParted && match.index > 0 && !holdsGivenName(foldWords(name))) return null;
  return { at: match.index + before.length, name };
}

/** Whether the last label before a date says update or publication; null without one. */
export function dateLabel(foldedBefore: string): 'published' | 'modified' | null {
  const last = [...foldedBefore.matchAll(DATE_LABEL)].at(-1);
  return last ? (last[1] ? 'modified' : 'published') : null;
}
