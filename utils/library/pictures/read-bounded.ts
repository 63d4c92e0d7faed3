import { joinedBytes } from '../../joined-bytes.ts';

/** A response's bytes, counted as they come; null, with the rest not read, where there are more. */
export async function readBounded(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  if (!reader) return null;
  if (announced > most) return refuse(reader);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinedBytes(parts);
    size += value.length;
    if (size > most) return refuse(reader);
    parts.push(value);
  }
}

async function refuse(reader: ReadableStreamDefaultReader): Promise<null> {
  await reader.cancel();
  return null;
}
