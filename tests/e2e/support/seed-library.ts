import type { View } from '../../browser/types.ts';
import type { Article } from '../../../utils/article/article.ts';
import type { SaveOutcome } from '../../../utils/library/requests.ts';
import type { SavePress } from '../../../utils/messages.ts';

const TITLES = [
  'معرض للكتاب في ساحة قديمة يعيد القراء إلى الشارع',
  'البنك المركزي يثبّت الفائدة للمرة الثالثة',
  'قطار جديد يربط الصعيد بالساحل في أربع ساعات',
  'اكتشاف نقش يعود إلى ألفي عام قرب الواحة الجنوبية يغيّر ما نعرفه عن طرق القوافل القديمة وأسواقها',
  'CNN: قال الوزير إن الاتفاق قريب',
  'منتخب الشباب يتأهل إلى ربع النهائي بعد مباراة طويلة',
  'How a small library kept its Arabic manuscripts dry',
];
const SITES = ['البيان الجديد', 'أخبار المال', 'صوت المدينة', 'The Harbour Post'];
const SENTENCES = [
  'انطلقت بالقاهرة أمس فعاليات المعرض في دورته الأولى، وقد امتلأت الساحة قبل الغروب بالعائلات والطلاب وباعة الكتب المستعملة.',
  'وقال أحد المنظمين إن الفكرة بدأت بطاولة واحدة وخمسين كتابًا، ثم كبرت حين تبرعت دور نشر صغيرة بما عندها من طبعات قديمة.',
  'ويرى خبراء أن هذه المبادرات تعيد العلاقة بين القارئ والكتاب، وأن أثرها يظهر بعد سنوات لا بعد أيام.',
];

/** The headline of the n-th article made here. */
export function titleOf(n: number): string {
  const title = TITLES[n % TITLES.length] ?? '';
  return n < TITLES.length ? title : `${title} (${n})`;
}

/** An article of so many paragraphs, each unlike the others. */
export function storyOf(n: number, paragraphs = 6): Article {
  const lines = Array.from({ length: paragraphs }, (_, at) =>
    `الفقرة ${at + 1} من ${n}: ${SENTENCES[(at + n) % SENTENCES.length]} `.repeat(2).trim(),
  );
  return {
    schema: 1,
    url: `https://news.example/story-${n}-4821973`,
    canonicalUrl: null,
    title: titleOf(n),
    kicker: null,
    deck: null,
    byline: n % 3 === 0 ? null : 'سلمى الحداد',
    authors: [],
    siteName: SITES[n % SITES.length] ?? null,
    publishedTime: `2026-11-${String(1 + (n % 25)).padStart(2, '0')}`,
    modifiedTime: null,
    lang: 'ar',
    dir: 'rtl',
    excerpt: lines[0] ?? '',
    html: lines.map((line) => `<p>${line}</p>`).join(''),
    text: lines.join('\n'),
    leadImage: null,
    endNotes: [],
    complete: n % 7 !== 3,
    incompleteReason: n % 7 === 3 ? 'fold' : null,
    fromSelection: false,
    wordCount: paragraphs * 40,
    readingMinutes: { min: 1 + (n % 6), max: 2 + (n % 6) },
    blocks: [],
    removals: [],
    extractedAt: '2026-11-26T10:00:00Z',
    extractorVersion: '1.0.0',
  };
}

/** Saves as our own pages do, the first first, and returns the ids. */
export async function seed(
  view: View,
  articles: Article[],
  onConflict: SavePress['onConflict'] = 'keep-both',
): Promise<string[]> {
  const ids: string[] = [];
  for (const article of articles) {
    const data: SavePress = { article, tabId: null, onConflict };
    const outcome = await tell<SaveOutcome>(view, 'saveArticle', data);
    if (!('item' in outcome)) throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
    ids.push(outcome.item.id);
  }
  return ids;
}

/** Sends a message to the background as the view itself does. */
export function tell<Answer = unknown>(view: View, type: string, data: unknown): Promise<Answer> {
  return view.evaluate(
    async (sent) => {
      const message = { id: Math.random(), ...sent, timestamp: Date.now() };
      const answer = await chrome.runtime.sendMessage<object, { res: Answer; err?: unknown }>(
        message,
      );
      if (answer.err !== undefined) throw new Error(JSON.stringify(answer.err));
      return answer.res;
    },
    { type, data },
  );
}
