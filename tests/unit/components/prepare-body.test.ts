import { expect, test } from 'vitest';
import { keepRoom } from '../../../components/article/prepare-body.ts';

test('a picture that was shown has its room before it is loaded anew', () => {
  const [before, after] = ['', ''].map(() => {
    const body = document.createElement('div');
    body.innerHTML = '<img src="https://n.example/a.jpg"><img src="https://n.example/b.jpg">';
    return body;
  });
  const [loaded] = before!.querySelectorAll('img');
  Object.defineProperties(loaded!, { naturalWidth: { value: 640 }, naturalHeight: { value: 400 } });
  keepRoom(before!, after!);
  const sizes = [...after!.querySelectorAll('img')].map((picture) => [
    picture.getAttribute('width'),
    picture.getAttribute('height'),
  ]);
  expect(sizes).toEqual([
    ['640', '400'],
    [null, null],
  ]);
});
