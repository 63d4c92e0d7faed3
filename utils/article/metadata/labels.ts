import type { AuthorRole } from '../article.ts';

/**
 * How far a label is to be believed. `strong`: no sentence begins so before a name. `verb`: also a
 * verb of sentences («كتب», «حاوره»). `noun`: also a kicker or the start of a headline («تقرير: …»).
 * `desk`: who put the text on the page, its author or not.
 */
type Kind = 'strong' | 'verb' | 'noun' | 'desk';

/** What Arabic, English and French pages print before an author's name, folded. */
const LABELS: [AuthorRole, Kind, string][] = [
  [
    'author',
    'strong',
    'بقلم|بقلم الكاتب|بقلم الكاتبه|بقلم الدكتور|كتب المقال|كتب بواسطه|بواسطه|written by|by|author|auteur|par|ecrit par|écrit par|اسم الكاتب|كتبه|كتبها|المؤلف|تاليف|اعداد وتحرير|اعداد وتقديم|كتب التقرير|اعد التقرير|اعدت التقرير|كاتب المقال',
  ],
  ['author', 'verb', 'كتب|كتبت|اعداد|اعدت|اعدها|اعده|الكاتب|الكاتبه|كاتب|مراسلنا|مراسلتنا'],
  ['author', 'noun', 'تقرير|تحقيق|تحليل|متابعه|تغطيه|راي|خاص|الاسم|نص|شعر|قصه'],
  ['author', 'desk', 'نشر بواسطه|posted by|publié par|المحرر|المحرره|تحرير|الناشر|ناشر'],
  [
    'interviewer',
    'verb',
    'حاوره|حاورها|حاورته|حاورتها|حاورهم|اجري الحوار|اجرت الحوار|اجراه|اجرته|اجري المقابله|التقاه|التقته|interview by|propos recueillis par|entretien réalisé par',
  ],
  ['interviewer', 'noun', 'حوار|مقابله|لقاء'],
  [
    'translator',
    'verb',
    'ترجمه|ترجمها|ترجمته|ترجمه وتحرير|تعريب|نقله الي العربيه|translated by|traduit par|traduction',
  ],
  ['photographer', 'noun', 'تصوير|عدسه|photos by|photo by|photos|photographie'],
];

const known = new Map<string, { role: AuthorRole; kind: Kind }>();
for (const [role, kind, names] of LABELS) {
  for (const name of names.split('|')) known.set(name, { role, kind });
}
const PATTERN = [...known.keys()].toSorted((a, b) => b.length - a.length).join('|');
const LABEL = new RegExp(`^(${PATTERN})(?:\\s*([:：/|_–—-])\\s*|\\s+|$)`);

/** True if a folded text is a label and nothing more. */
export function isLabel(folded: string): boolean {
  return known.has(folded);
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
  const found = match && known.get(match[1]!);
  if (!found) return null;
  const alone = match[0].length === folded.length;
  if (alone && found.kind === 'noun') return null;
  return { ...found, length: match[0].length, alone, parted: match[2] !== undefined };
}

const UPDATED =
  /(?:اخر تحديث|تم التحديث|تم تحديث|تاريخ التحديث|حدث في|حدث|تحديث|تعديل|updated|last modified|modified|mis à jour|mise à jour|modifié)/g;
const PUBLISHED = /(?:نشر|تاريخ|كتب في|اضيف|اضيفت|ادرج|published|posted|publié|posté|created)/g;

/** Whether the last label before a date says update or publication; null without one. */
export function dateLabel(foldedBefore: string): 'published' | 'modified' | null {
  const last = (pattern: RegExp) => [...foldedBefore.matchAll(pattern)].at(-1)?.index ?? -1;
  const updated = last(UPDATED);
  const published = last(PUBLISHED);
  if (updated < 0 && published < 0) return null;
  // «تاريخ التحديث» holds both; what begins later or is the longer one decides.
  return updated >= published ? 'modified' : 'published';
}
