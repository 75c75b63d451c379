/**
 * The bytes of a `Raw profile type …` text: a name, a decimal length, then hexadecimal digits, each on lines of its own
 * (ImageMagick, coders/png.c; ExifTool documents the same). Null where the text is not of that form.
 */
export function decodeRawProfile(text: Uint8Array): Uint8Array | null {
  const match = /^\s*\S+\s+(\d{1,9})\s+([0-9a-fA-F\s]*)$/.exec(new TextDecoder('latin1').decode(text));
  if (!match) return null;
  const digits = (match[2] ?? '').replace(/\s+/g, '');
  if (digits.length < 2 * Number(match[1])) return null;
  const bytes = new Uint8Array(Number(match[1]));
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}
