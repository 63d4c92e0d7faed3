import { expect, test } from 'vitest';
import { plainText } from '../../../components/reading/plain-text.ts';

test.each([
  ['<p>أولى</p><p>ثانية</p>', 'أولى\n\nثانية'],
  ['<h2>باب</h2> <ul><li>أ <b>ب</b></li><li><p>ج</p></li></ul>', 'باب\n\nأ ب\n\nج'],
  ['<table><tr><th>أ</th> <th>ب</th></tr> <tr><td>1</td><td>2</td></tr></table>', 'أ\tب\n1\t2'],
  [
    '<table><tr><td>أ</td><td></td><td>ج</td></tr><tr><td></td><td>ب</td></tr></table>',
    'أ\t\tج\n\tب',
  ],
  [
    '<table><tr><td><p>أ</p><p>ب</p></td><td> <p>ج<br>د</p></td></tr></table><p>ه</p>',
    'أ ب\tج د\n\nه',
  ],
  ['<p>سطر<br> ثانٍ  \n وثالث</p>', 'سطر\nثانٍ وثالث'],
  ['<pre>a\n  b</pre><p>ج</p>', 'a\n  b\n\nج'],
  ['<div><div>أ</div></div><div> ب </div>', 'أ\nب'],
  ['<p>أ\u00a0ب</p><p> </p>', 'أ\u00a0ب'],
  ['', ''],
])('%s', (html, text) => {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  expect(plainText(parsed.body)).toBe(text);
});
