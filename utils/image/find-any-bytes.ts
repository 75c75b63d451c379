/** Where one of several texts begins. */
export interface FoundText {
  readonly text: string;
  readonly offset: number;
}

/**
 * The first occurrence of each of `texts` (one byte a character) in `[start, end)`, in one pass: Horspool's rule for a set
 * of patterns, with a window of the shortest one (Navarro and Raffinot, Flexible Pattern Matching in Strings, 3.3).
 */
export function findAnyBytes(bytes: Uint8Array, texts: readonly string[], start: number, end: number): FoundText[] {
  const windowBytes = Math.min(255, ...texts.map((text) => text.length));
  const limit = Math.min(bytes.length, end);
  const { shifts, byLastByte } = tablesOf(texts, windowBytes);
  const found = new Map<string, number>();
  let at = Math.max(0, start) + windowBytes - 1;
  while (at < limit) {
    const byte = bytes[at] as number;
    const candidates = byLastByte[byte];
    if (candidates) {
      const offset = at - windowBytes + 1;
      for (const text of candidates) {
        if (!found.has(text) && offset + text.length <= limit && isTextAt(bytes, offset, text)) found.set(text, offset);
      }
    }
    at += shifts[byte] as number;
  }
  return texts.flatMap((text) => {
    const offset = found.get(text);
    return offset === undefined ? [] : [{ text, offset }];
  });
}

function tablesOf(
  texts: readonly string[],
  windowBytes: number,
): { shifts: Uint8Array; byLastByte: (string[] | undefined)[] } {
  const shifts = new Uint8Array(256).fill(windowBytes);
  const byLastByte: (string[] | undefined)[] = new Array(256).fill(undefined);
  for (const text of texts) {
    for (let index = 0; index < windowBytes - 1; index++) {
      const byte = text.charCodeAt(index);
      shifts[byte] = Math.min(shifts[byte] as number, windowBytes - 1 - index);
    }
    const last = text.charCodeAt(windowBytes - 1);
    byLastByte[last] = [...(byLastByte[last] ?? []), text];
  }
  return { shifts, byLastByte };
}

function isTextAt(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
