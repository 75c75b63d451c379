/** The unsigned 16-bit number at `offset`; 0 where the bytes end before it. */
export function readUint16(bytes: Uint8Array, offset: number, littleEndian = false): number {
  const [first = 0, second = 0] = [bytes[offset], bytes[offset + 1]];
  return littleEndian ? first | (second << 8) : (first << 8) | second;
}

/** The unsigned 24-bit little-endian number at `offset`. */
export function readUint24Le(bytes: Uint8Array, offset: number): number {
  return readUint16(bytes, offset, true) | ((bytes[offset + 2] ?? 0) << 16);
}

/** The unsigned 32-bit number at `offset`; missing bytes count as 0. */
export function readUint32(bytes: Uint8Array, offset: number, littleEndian = false): number {
  const high = readUint16(bytes, littleEndian ? offset + 2 : offset, littleEndian);
  const low = readUint16(bytes, littleEndian ? offset : offset + 2, littleEndian);
  return high * 0x10000 + low;
}

/** Big-endian 64-bit number as a double; sizes above 2^53 lose precision and are beyond any file anyway. */
export function readUint64(bytes: Uint8Array, offset: number): number {
  return readUint32(bytes, offset) * 0x1_0000_0000 + readUint32(bytes, offset + 4);
}

/** One character a byte (Latin-1), as many as there are. */
export function readAscii(bytes: Uint8Array, offset: number, length: number): string {
  let text = '';
  const end = Math.min(bytes.length, offset + length);
  for (let index = Math.max(0, offset); index < end; index++) text += String.fromCharCode(bytes[index] as number);
  return text;
}

/** Whether the bytes at `offset` are exactly `text`, one byte a character. */
export function hasAscii(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
