import { sniffImageType } from '../image/sniff-image-type.ts';
import { sniffVideoType } from '../image/sniff-video-type.ts';

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

/** First bytes of a file that name its type. */
export const HEAD_BYTES = 4096;

/**
 * The usual ending of a picture or video of that type; the bytes decide, not the name that a page gave. An SVG gets none
 * that a program would open it by, since it can carry a script.
 * @param head the file's first `HEAD_BYTES`
 */
export function extensionOf(head: Uint8Array): string {
  const type = sniffImageType(head) ?? sniffVideoType(head);
  if (type === null || type === 'svg') return '.bin';
  return type === 'jpeg' ? '.jpg' : `.${type}`;
}
