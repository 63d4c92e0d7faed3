/** Where an export goes, piece by piece: the next one is made when this one has been taken. */
export type Sink = (chunk: Uint8Array) => Promise<void>;

/** UTF-16 units gathered before they are written. */
const PIECE = 64 * 1024;

export interface TextSink {
  write(text: string): Promise<void>;
  /** Writes what is still gathered. */
  end(): Promise<void>;
}

/** Text as UTF-8, gathered into pieces worth writing. Half a surrogate pair becomes U+FFFD. */
export function textSink(write: Sink): TextSink {
  const encoder = new TextEncoder();
  let gathered: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const text = gathered.join('');
    gathered = [];
    length = 0;
    if (text !== '') await write(encoder.encode(text));
  };
  return {
    async write(text) {
      gathered.push(text);
      length += text.length;
      if (length >= PIECE) await flush();
    },
    end: flush,
  };
}
