/**
 * The bytes of a `Raw profile type …` text: a name, a decimal length, then hexadecimal digits, each on lines of its own
 * (ImageMagick, coders/png.c; ExifTool documents the same). Null where the text is not of that form.
 */
export function decodeRawProfile(text: Uint8Array): Uint8Array | null {
  const source = new TextDecoder('latin1').decode(text);
  const head = /^\s{0,8}\S{1,64}\s{1,64}(\d{1,9})\s/.exec(source);
  if (!head) return null;
  const body = source.slice(head[0].length);
  if (/[^0-9a-fA-F\s]/.test(body)) return null;
  const digits = body.replace(/\s/g, '');
  if (digits.length < 2 * Number(head[1])) return null;
  const bytes = new Uint8Array(Number(head[1]));
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}
