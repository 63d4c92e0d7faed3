// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { FIXTURES, fixture, read, rowsOf } from './support.ts';

const CODE_PAGE = new TextDecoder('windows-1256').decode(
  Uint8Array.from({ length: 256 }, (_, at) => at),
);

/** Letters the code page does not have must not be in the text. */
function windows1256(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text], (sign) => {
    const code = CODE_PAGE.indexOf(sign);
    if (code < 0) throw new Error(`no ${sign} in windows-1256`);
    return code;
  });
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) {
    view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  }
  return bytes;
}

describe('the encoding of a file', () => {
  it.each(FIXTURES)(
    '%s gives the same rows in UTF-8 with a mark and in every UTF-16',
    async (name) => {
      const text = fixture(name);
      const expected = await read(text);
      expect(await read(`\ufeff${text}`)).toEqual(expected);
      for (const littleEndian of [true, false]) {
        for (const mark of [true, false]) {
          expect(await read(new Blob([utf16(text, littleEndian, mark)]))).toEqual(expected);
        }
      }
    },
  );

  it.each(FIXTURES)('%s gives the same rows in windows-1256', async (name) => {
    // The only signs of the fixtures that the code page lacks.
    const text = fixture(name).replaceAll('📚', '*');
    expect(await read(new Blob([windows1256(text)]))).toEqual(await read(text));
  });

  it('tells windows-1256 by an Arabic letter far down the file', async () => {
    const head = 'title,url,time_added,tags,status\n';
    const latin = 'A title,https://news.example/a-long-slug-12345,1700000000,,unread\n'.repeat(
      9_000,
    );
    const arabic = 'أسعار القمح,https://news.example/b,1700000000,,unread\n';
    const rows = rowsOf(await read(new Blob([windows1256(head + latin + arabic)])));
    expect(rows.at(-1)?.title).toBe('أسعار القمح');
  });

  it('keeps French in windows-1256', async () => {
    const text =
      'title,url,time_added,tags,status\nÉlève à l’école,https://n.example/a,1700000000,été,unread\n';
    const bytes = windows1256(text.replace('É', 'é'));
    expect(rowsOf(await read(new Blob([bytes])))[0]).toMatchObject({
      title: 'élève à l’école',
      tags: ['été'],
    });
  });

  it('counts out the rows that lost letters, and only those', async () => {
    const [before, after] = fixture('pocket-six-columns.csv').split('سعار القمح');
    // The first letter of a word with a byte of another encoding in it.
    const damaged = [before!, Uint8Array.of(0xd3), 'عار القمح', after!];
    const parts = await read(new Blob(damaged));
    expect(parts.filter((part) => 'faulty' in part)).toEqual([{ faulty: 'encoding' }]);
    expect(rowsOf(parts)).toHaveLength(1);
  });

  it('leaves alone a sign of lost letters that the file itself holds', async () => {
    const text = fixture('pocket-six-columns.csv').replace('أسعار', 'أ\ufffdعار');
    expect(rowsOf(await read(text))[1]?.title).toBe('أ\ufffdعار القمح');
  });

  it.each([
    ['four bytes a sign', [0xff, 0xfe, 0, 0, 0x5b, 0, 0, 0]],
    ['noise', Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256)],
    ['zeros', Array.from({ length: 4000 }, () => 0)],
  ])('refuses %s', async (_, bytes) => {
    const [part] = await read(new Blob([Uint8Array.from(bytes)]));
    expect(part).toHaveProperty('refused');
  });

  it('refuses a third code page rather than making nonsense of it', async () => {
    const head = 'title,url,time_added,tags,status\n';
    const cyrillic = Uint8Array.from('Новости дня и цены на пшеницу', (sign) => {
      const code = sign.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    const tail = ',https://n.example/a,1700000000,,unread\n';
    expect(await read(new Blob([head, cyrillic, tail]))).toEqual([{ refused: 'encoding' }]);
  });

  it('refuses a file whose end was never written', async () => {
    const text = fixture('pocket-five-columns.csv');
    expect(await read(new Blob([text, new Uint8Array(512)]))).toEqual([{ refused: 'truncated' }]);
    const wide = utf16(fixture('wallabag.json'), true, true);
    expect(await read(new Blob([wide.slice(0, -1)]))).toEqual([{ refused: 'truncated' }]);
  });

  it('takes NULs and other controls out of what is shown', async () => {
    const text = fixture('pocket-six-columns.csv').replace(
      'أسعار القمح',
      'أسعار\u0000القمح\u0007\u0085',
    );
    expect(rowsOf(await read(text))[1]?.title).toBe('أسعار القمح');
    const address = fixture('pocket-six-columns.csv').replace('wheat', 'wh\u0000eat');
    expect((await read(address))[1]).toEqual({ faulty: 'address' });
  });
});
