import type { Sink } from '../../../utils/exchange/sink.ts';

/** A sink that keeps all it is given. */
export function collect(): { write: Sink; bytes: () => Uint8Array; text: () => string } {
  const chunks: Uint8Array[] = [];
  const bytes = () => new Uint8Array(Buffer.concat(chunks));
  return {
    write: (chunk) => {
      // A copy, as a file makes one: what wrote it may use its buffer again.
      chunks.push(chunk.slice());
      return Promise.resolve();
    },
    bytes,
    text: () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes()),
  };
}
