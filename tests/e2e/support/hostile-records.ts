import { fold } from '../../../utils/arabic/fold.ts';
import { hash } from '../../../utils/article/hash.ts';
import { BATCHES, bodyOf, hostileArticle, type Placed } from '../../fixtures/payloads/batches.ts';
import { sentence } from '../../fixtures/sentences.ts';
import { edit, exported } from '../../unit/exchange/out/samples.ts';
import type { RawRow } from './raw-library.ts';

/** Stands beside each payload: in the text, in the note, and in what was left out and is put back. */
export const MARKERS = { text: 'فيضان', note: 'حاشية', back: 'عائد' };

/** The block each left-out part stood before. */
const FIRST = 'اجتمع أهل الحي مساء أمس في الساحة القديمة.';

const URL = 'http://payload.example/at-once';

/** Without the patience of the other payloads: what these ask for is asked for as they are shown, or printed. */
const AT_ONCE = [
  `<meta http-equiv="refresh" content="0;url=${URL}-refresh">`,
  `<picture><source media="print" srcset="${URL}-print-source"><img src="${URL}-img" srcset="${URL}-2x 2x" alt="صورة"></picture>`,
  `<style>@import url(${URL}-import);@media print{body{background:url(${URL}-print)}}</style>`,
  `<link rel="stylesheet" media="print" href="${URL}-print-sheet">`,
  `<b style="background:url(${URL}-style)">كلمة</b>`,
  `<svg><image href="${URL}-svg"/><use href="${URL}-use#a"/></svg>`,
  `<video autoplay muted poster="${URL}-poster" src="${URL}-video"></video><audio autoplay src="${URL}-audio"></audio>`,
  `<iframe src="${URL}-frame"></iframe><object data="${URL}-object"></object>`,
  `<input type="image" src="${URL}-input" alt="زر">`,
  `<a href="https://news.example/" ping="${URL}-ping">كلمة</a>`,
  '<img src="data:," onerror="payloadRan=1"><svg onload="payloadRan=2"></svg><script>payloadRan=3</script>',
].map((html, index): Placed => {
  const number = 1000 + index;
  return {
    payload: { name: 'at once', html, source: 'own', last: false },
    number,
    before: sentence(2 * number),
    after: sentence(2 * number + 1),
  };
});

/** What a page may hold to ask for all that at once: shown without the extension, it does. */
export const AT_ONCE_BODY = bodyOf(AT_ONCE.slice(1));

export interface HostileRecord extends RawRow {
  batch: Placed[];
}

/** All payloads: in body, caption, headline and byline, in notes, and in what was left out, which is put back. */
export const HOSTILE_RECORDS: HostileRecord[] = [...BATCHES, AT_ONCE].map(recordOf);

/** In what is put back, before the payload of this number. */
export function backMark(number: number): string {
  return `${MARKERS.back} ${number}`;
}

function recordOf(batch: Placed[], index: number): HostileRecord {
  const first = batch[0] as Placed;
  const ordinary = batch.filter(({ payload }) => !payload.last);
  const swallowing = batch.filter(({ payload }) => payload.last);
  const { item, text, edits } = exported({
    id: `e${index.toString(16).padStart(31, '0')}`,
    article: {
      ...hostileArticle(first),
      html: `<p>${FIRST}</p>\n${bodyOf(ordinary)}\n${captioned(ordinary)}\n${bodyOf(swallowing)}`,
      text: batch
        .flatMap(({ payload, before, after }) => [before, `${MARKERS.text} ${payload.html}`, after])
        .filter((line) => line !== null)
        .join('\n'),
      endNotes: batch.map(({ payload }) => payload.html),
      removals: batch.map(({ payload, number }) => ({
        id: `r${number}`,
        step: 'inner-noise' as const,
        reason: 'read-also' as const,
        phrase: payload.html,
        text: payload.html,
        html: `<p>${backMark(number)} ${payload.html}</p>`,
        count: 1,
        at: hash(fold(FIRST)),
      })),
    },
    item: { url: `http://news.example/straight-${index}` },
    edits: batch.flatMap(({ payload, number }) => [
      edit('put-back', { id: `put-back-${number}`, value: `r${number}` }),
      edit('note', { id: `note-${number}`, value: `${MARKERS.note} ${payload.html}` }),
      edit('highlight', {
        id: `highlight-${number}`,
        anchor: { block: hash(fold(FIRST)), start: 0, end: 5 },
        value: payload.html,
      }),
    ]),
  });
  return { batch, item, text, edits };
}

function captioned(batch: Placed[]): string {
  const caption = batch.map(({ payload }) => payload.html).join(' ');
  return `<figure><img src="http://payload.example/captioned" alt="صورة"><figcaption>شرح ${caption}</figcaption></figure>`;
}
