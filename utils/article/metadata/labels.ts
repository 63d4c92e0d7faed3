import type { AuthorRole } from '../article.ts';

/**
 * What Arabic, English and French pages print before an author's name, folded, by the role it
 * gives. The weak ones are also verbs and nouns of ordinary sentences: they count only before a
 * colon or dash, or alone in their line before a name.
 */
const STRONG =
  'بقلم|بقلم الكاتب|بقلم الكاتبه|بقلم الدكتور|كتب المقال|نشر بواسطه|كتب بواسطه|بواسطه|written by|posted by|by|author|auteur|par|ecrit par|écrit par|publié par|اسم الكاتب|كتبه|كتبها|المؤلف|تاليف|اعداد وتحرير|اعداد وتقديم|كتب التقرير';
const WEAK =
  'كتب|كتبت|اعداد|اعدت|اعد التقرير|اعدت التقرير|اعدها|اعده|تقرير|تحقيق|تحليل|متابعه|تغطيه|راي|خاص|مراسلنا|مراسلتنا|الكاتب|الكاتبه|المحرر|المحرره|تحرير|الناشر|ناشر|الاسم|نص|شعر|قصه|كاتب المقال|كاتب';
const INTERVIEW =
  'حاوره|حاورها|حاورته|حاورتها|حاورهم|حوار|اجري الحوار|اجرت الحوار|اجراه|اجرته|اجري المقابله|مقابله|التقاه|التقته|interview by|propos recueillis par|entretien réalisé par';
const TRANSLATION =
  'ترجمه|ترجمها|ترجمته|ترجمه وتحرير|تعريب|نقله الي العربيه|translated by|traduit par|traduction';
const PHOTO = 'تصوير|عدسه|photos by|photo by|photos|photographie';

const ROLES = new Map<string, { role: AuthorRole; strong: boolean }>();
const add = (labels: string, role: AuthorRole, strong: boolean) => {
  for (const label of labels.split('|')) ROLES.set(label, { role, strong });
};
add(STRONG, 'author', true);
add(WEAK, 'author', false);
add(INTERVIEW, 'interviewer', false);
add(TRANSLATION, 'translator', false);
add(PHOTO, 'photographer', false);

const PATTERN = [...ROLES.keys()].sort((a, b) => b.length - a.length).join('|');
const LABEL = new RegExp(`^(${PATTERN})(?:\\s*([:：/|_–—-])\\s*|\\s+|$)`);
/** Weak labels that may stand in a line of their own above the name. */
const ALONE =
  /^(?:كتب|كتبت|اعداد|الكاتب|الكاتبه|الناشر|كاتب|كاتب المقال|حاوره|حاورها|حاورته|حاورتها|ترجمه)$/;

export interface Label {
  role: AuthorRole;
  /** Length of the label in the folded text, with its colon. */
  length: number;
  /** True if nothing but the label stands there. */
  alone: boolean;
  /** Without colon or dash after it: may be an ordinary verb (`verb`) or noun (`noun`) of a sentence. */
  weak: 'verb' | 'noun' | null;
}

/** The label a folded text begins with, or null. */
export function bylineLabel(folded: string): Label | null {
  const match = LABEL.exec(folded);
  const known = match && ROLES.get(match[1]!);
  if (!known) return null;
  const alone = match[0].length === folded.length;
  if (alone && !known.strong && !ALONE.test(match[1]!)) return null;
  const weak = alone || known.strong || match[2] ? null : ALONE.test(match[1]!) ? 'verb' : 'noun';
  return { role: known.role, length: match[0].length, alone, weak };
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
