import { Gunzip, Unzlib } from 'fflate';

/** Compressed bytes handed over at once; deflate expands at most 1032 times, so one step makes about 1 MB at most. */
const STEP_BYTES = 1024;

export type Inflated =
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'too-large' | 'bad-compression'; readonly producedBytes: number };

/**
 * Decompresses a zlib or gzip stream, giving up at `maxBytes` of output, so that a small bomb costs a small amount of work.
 * A stream that breaks off gives `bad-compression`.
 */
export function inflateBounded(compressed: Uint8Array, maxBytes: number, format: 'zlib' | 'gzip' = 'zlib'): Inflated {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  let isComplete = false;
  const stream = new (format === 'gzip' ? Gunzip : Unzlib)((chunk, isFinal) => {
    sizeBytes += chunk.length;
    if (sizeBytes <= maxBytes) chunks.push(chunk);
    isComplete ||= isFinal;
  });
  try {
    for (let offset = 0; offset < compressed.length && sizeBytes <= maxBytes; offset += STEP_BYTES) {
      const end = offset + STEP_BYTES;
      stream.push(compressed.slice(offset, end), end >= compressed.length);
    }
  } catch {
    // fflate throws on data that is no such stream; a picture may hold anything, so that is an answer and not a fault.
    return { problem: 'bad-compression', producedBytes: sizeBytes };
  }
  if (sizeBytes > maxBytes) return { problem: 'too-large', producedBytes: sizeBytes };
  if (!isComplete) return { problem: 'bad-compression', producedBytes: sizeBytes };
  return { bytes: concatenate(chunks, sizeBytes) };
}

function concatenate(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const joined = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}
