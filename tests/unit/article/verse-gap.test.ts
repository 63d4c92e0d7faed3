import { expect, test } from 'vitest';
import { extract } from './pages.ts';

const PROSE =
  'وتجمّع الناس أمام الباب منذ الصباح، وحمل كلّ واحد منهم كتابًا قديمًا يريد أن يُجلّد. '.repeat(4);

function htmlOf(line: string): string {
  const extraction = extract(
    `<html lang="ar"><title>ورشة للكتب القديمة تفتح أبوابها في السوق</title><body><article>
    <h1>ورشة للكتب القديمة تفتح أبوابها في السوق</h1>
    <p>${PROSE}</p><p>${line}</p><p>${PROSE.replaceAll('الصباح', 'المساء')}</p></article></body></html>`,
  );
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.article.html;
}

test('spaces that a page set between the halves of a verse are one wide space', () => {
  for (const gap of ['&nbsp;'.repeat(6), '&nbsp; '.repeat(6), ` ${'\u00a0 '.repeat(5)}`]) {
    const html = htmlOf(`الحبر يمضي في العروق كأنه${gap}سر على طول الزمان كتوم`);
    expect(html).toContain('كأنه\u2003سر');
  }
});

test('other spaces are one space each', () => {
  expect(htmlOf('الحبر&nbsp;يمضي &nbsp; في\n  العروق كأنه سر كتوم على طول الزمان')).toContain(
    'الحبر يمضي في العروق',
  );
  expect(
    htmlOf(`${'&nbsp;'.repeat(8)}الحبر يمضي في العروق كأنه سر كتوم على طول الزمان`),
  ).not.toContain('\u2003');
});
