const MAX_STEM_CHARACTERS = 40;

/**
 * A name inside the pack that no unpacking program can be led astray by: ASCII letters, digits, dot, dash and
 * underscore, no path, no leading dot.
 * @param fallback for a name of which nothing is left
 */
export function packFileName(name: string, fallback: string): string {
  const flat = name.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  const dot = flat.lastIndexOf('.');
  const extension = dot > 0 && flat.length - dot <= 6 ? flat.slice(dot).toLowerCase() : '';
  const stem = flat
    .slice(0, extension ? dot : undefined)
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, MAX_STEM_CHARACTERS);
  return `${stem || fallback}${extension}`;
}

/** The usual ending of a picture of that type; the bytes decide, not the name that a page gave. */
export function extensionOf(bytes: Uint8Array): string {
  const starts = (...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
  const ascii = (from: number, text: string): boolean =>
    [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));
  if (starts(0xff, 0xd8)) return '.jpg';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return '.png';
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return '.webp';
  if (ascii(0, 'GIF8')) return '.gif';
  if (ascii(4, 'ftypavif')) return '.avif';
  if (ascii(4, 'ftyphe') || ascii(4, 'ftypmif1')) return '.heic';
  if (ascii(4, 'ftyp')) return '.mp4';
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return '.webm';
  return '.bin';
}
