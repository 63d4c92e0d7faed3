import { encodingOf, type Encoding } from './encoding.ts';
import { headOf, type Source } from './source.ts';

/** A source as text. */
export interface DecodedText {
  encoding: Encoding;
  /** Without a byte order mark. Can be read once. */
  chunks: AsyncGenerator<string>;
}

/**
 * The text of a source, in whatever encoding it is. All of it is looked at once before the first
 * letter is given out, so that a file cut off within a letter is refused before a row of it is taken.
 *
 * @throws Refused
 */
export async function decode(source: Source): Promise<DecodedText> {
  const encoding = await encodingOf(source, await headOf(source, 4));
  return { encoding, chunks: textOf(source, encoding) };
}

async function* textOf(source: Source, { name }: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(name);
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
