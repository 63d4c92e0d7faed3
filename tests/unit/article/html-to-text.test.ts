import { expect, it } from 'vitest';
import { htmlToText } from '../../../utils/article/html-to-text.ts';

it.each([
  ['<p>أولى\n  على سطرين</p><p>ثانية</p>', 'أولى على سطرين\nثانية'],
  ['<p>قبل<br>بعد</p>', 'قبل\nبعد'],
  ['<ul><li>بند</li><li>آخر</li></ul>', 'بند\nآخر'],
  ['<table><tbody><tr><td>س</td><td>ص</td></tr></tbody></table>', 'س ص'],
  ['<pre>a\n  b</pre>', 'a\nb'],
  ['<p>اكتب &lt;script&gt;<script>alert(1)</script></p>', 'اكتب <script>'],
  ['<p>كلمة <b> مهمة </b> هنا</p>', 'كلمة مهمة هنا'],
  ['', ''],
])('reads %s', (html, text) => {
  expect(htmlToText(html, document)).toBe(text);
});
