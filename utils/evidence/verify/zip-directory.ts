/** PKWARE APPNOTE 6.3.10: sections 4.3.16 (end of central directory), 4.3.12 (central header), 4.3.7 (local header). */
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  /** The compressed content. */
  readonly content: Blob;
}

/**
 * The files of a ZIP by its central directory: pictures may hold anything, also bytes that look like a header, so nothing is
 * searched for.
 * @throws Error when the bytes are no ZIP, or one of a kind that no pack has (encrypted, ZIP64, other compression)
 */
export async function readZipDirectory(zip: Blob, maxFiles: number): Promise<ZipEntry[]> {
  const end = await findEnd(zip);
  const count = end.getUint16(10, true);
  if (count > maxFiles) throw new Error('too many files');
  const [size, start] = [end.getUint32(12, true), end.getUint32(16, true)];
  const directory = await viewOf(zip, start, size);
  const entries: ZipEntry[] = [];
  for (let offset = 0; entries.length < count; ) {
    if (offset + ENTRY_BYTES > directory.byteLength || directory.getUint32(offset, true) !== ENTRY_SIGNATURE)
      throw new Error('damaged directory');
    const nameBytes = directory.getUint16(offset + 28, true);
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + offset + ENTRY_BYTES, nameBytes),
    );
    const method = directory.getUint16(offset + 10, true);
    if (method !== STORED && method !== DEFLATED) throw new Error(`${name}: unknown compression`);
    const dataOffset = await contentOffset(zip, directory.getUint32(offset + 42, true));
    entries.push({
      name,
      isDeflated: method === DEFLATED,
      content: zip.slice(dataOffset, dataOffset + directory.getUint32(offset + 20, true)),
    });
    offset += ENTRY_BYTES + nameBytes + directory.getUint16(offset + 30, true) + directory.getUint16(offset + 32, true);
  }
  return entries;
}

async function findEnd(zip: Blob): Promise<DataView> {
  const start = Math.max(0, zip.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await viewOf(zip, start, zip.size - start);
  for (let offset = tail.byteLength - END_BYTES; offset >= 0; offset--) {
    if (tail.getUint32(offset, true) === END_SIGNATURE) return new DataView(tail.buffer, tail.byteOffset + offset);
  }
  throw new Error('not a ZIP');
}

/** The local header's name and extra field may have other lengths than the directory says. */
async function contentOffset(zip: Blob, headerOffset: number): Promise<number> {
  const header = await viewOf(zip, headerOffset, LOCAL_BYTES);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw new Error('damaged header');
  return headerOffset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

async function viewOf(zip: Blob, start: number, size: number): Promise<DataView> {
  return new DataView(await zip.slice(start, start + size).arrayBuffer());
}
