import { expect, test } from 'vitest';
import { setVerses, setVerseTables } from '../../../components/article/set-verses.ts';

const POEM = [
  ['يا سوقَ قومٍ بالمدادِ تفاخروا', 'وعلى السطورِ من الضياءِ نجومُ'],
  ['الحبرُ يمضي في العروقِ كأنّهُ', 'سرٌّ على طولِ الزمانِ كتومُ'],
] as const;

/** The body after its verses are set. Its text must be what it was. */
function set(html: string): HTMLElement {
  const body = document.createElement('div');
  body.append(document.createRange().createContextualFragment(html));
  const before = body.textContent;
  setVerseTables(body);
  setVerses(body);
  expect(body.textContent).toBe(before);
  return body;
}

const halvesIn = (body: Element): (string | null)[] =>
  [...body.querySelectorAll('.verses .half')].map(({ textContent }) => textContent);

test('of a table of two columns, with or without one between', () => {
  const rows = (gap: string) => POEM.map(([a, b]) => `<tr><td>${a}</td>${gap}<td>${b}</td></tr>`);
  for (const gap of ['', '<td></td>', '<td>***</td>']) {
    const body = set(`<table>${rows(gap).join('')}</table>`);
    expect(halvesIn(body)).toEqual(POEM.flat());
    expect(body.querySelectorAll('.gap')).toHaveLength(gap ? 2 : 0);
  }
});

test('not of a table that has a head, or a row that is no verse', () => {
  const row = `<tr><td>${POEM[0][0]}</td><td>${POEM[0][1]}</td></tr>`;
  const other = `<tr><td>${POEM[1][0]}</td><td>${POEM[1][1]}</td></tr>`;
  for (const rows of [
    `<tr><th>الصدر</th><th>العجز</th></tr>${row}${other}`,
    `${row}${other}<tr><td>المجموع</td><td>بيتان</td></tr>`,
    row,
  ]) {
    expect(set(`<table>${rows}</table>`).querySelector('.verses')).toBeNull();
  }
});

test('of lines in a paragraph, after the words that lead to them, whatever they stand in', () => {
  const [one, two] = POEM.map((halves) => halves.join(' *** '));
  const body = set(`<p>وقال الشاعر:<br><strong>${one}</strong><br>${two}<br>ثم سكت.</p>`);
  expect(halvesIn(body)).toEqual(POEM.flat());
  const box = body.querySelector('.verses');
  expect(box?.localName).toBe('span');
  expect([...body.querySelectorAll('p > br')]).toHaveLength(1);
  expect(body.querySelectorAll('.half strong')).toHaveLength(2);
});

test('of paragraphs that are a verse each, in one box', () => {
  const body = set(
    `<p>قال:</p>${POEM.map((halves) => `<p data-block="k">${halves.join(' ... ')}</p>`).join('')}<p>نعم.</p>`,
  );
  expect(body.querySelectorAll('div.verses > p.verse[data-block]')).toHaveLength(2);
  expect(halvesIn(body)).toEqual(POEM.flat());
});

test('not of prose with dots in it', () => {
  const body = set(
    '<p>ثم صمت الرجل طويلا … ونظر إلى البحر أمامه</p><p>وعاد إلى بيته في آخر النهار … ونام حتى الصباح</p>',
  );
  expect(body.querySelector('.verses')).toBeNull();
});
