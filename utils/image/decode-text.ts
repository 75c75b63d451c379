import { hasAscii } from './byte-reading.ts';

/** Bytes looked at to tell the byte order of UTF-16. */
const UTF16_SAMPLE_BYTES = 512;

/** Text of unknown encoding: UTF-8 where the bytes are valid UTF-8, then GB 18030, then Latin-1. Trailing zeros go. */
export function decodeText(bytes: Uint8Array): string {
  return withoutPadding(
    tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030') ?? new TextDecoder('latin1').decode(bytes),
  );
}

/** Text that its format declares as Latin-1, in which many writers nevertheless put UTF-8. */
export function decodeLatin1Text(bytes: Uint8Array): string {
  return withoutPadding(tryDecode(bytes, 'utf-8') ?? new TextDecoder('latin1').decode(bytes));
}

/** UTF-16 by its mark, else by the side on which the zero bytes of Latin letters lie, else little-endian. */
export function decodeUtf16(bytes: Uint8Array): string {
  if (hasAscii(bytes, 0, '\xfe\xff')) return withoutPadding(new TextDecoder('utf-16be').decode(bytes));
  let zeroBalance = 0;
  for (let index = 0; index < Math.min(bytes.length, UTF16_SAMPLE_BYTES); index++) {
    if (bytes[index] === 0) zeroBalance += index % 2 === 0 ? 1 : -1;
  }
  return withoutPadding(new TextDecoder(zeroBalance > 0 ? 'utf-16be' : 'utf-16le').decode(bytes));
}

/** An XMP packet is UTF-8 unless its first bytes say UTF-16 or UTF-32 (XMP specification part 1, 7.1). */
export function decodeXmpPacket(bytes: Uint8Array): string {
  if (hasAscii(bytes, 0, '\xff\xfe\0\0') || hasAscii(bytes, 0, '<\0\0\0')) return decodeUtf32(bytes, true);
  if (hasAscii(bytes, 0, '\0\0')) return decodeUtf32(bytes, false);
  if (hasAscii(bytes, 0, '\xfe\xff') || hasAscii(bytes, 0, '\xff\xfe') || bytes[0] === 0 || bytes[1] === 0) {
    return decodeUtf16(bytes);
  }
  return decodeText(bytes);
}

/** Not an encoding that a TextDecoder knows. What is no code point becomes the replacement character. */
function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const code = view.getUint32(offset, isLittleEndian);
    if (code !== 0xfeff) text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return withoutPadding(text);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The only failure of a fatal decoder: these bytes are not text in this encoding.
    return null;
  }
}

/** A loop, since a pattern for trailing zeros looks at every run of zeros to its end from every one of them. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}
