import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export const MANIFEST_NAME = 'manifest.sha256';

export interface HashedFile {
  readonly name: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The manifest's text, as `sha256sum -c` reads it: digest, two spaces, name; sorted by name. */
export function manifestText(files: readonly HashedFile[]): string {
  return files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.name}\n`)
    .join('');
}

/** The files that a manifest names; lines of another shape are left out. */
export function parseManifest(text: string): HashedFile[] {
  return [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, digest = '', name = '']) => ({
    name,
    sha256: digest,
  }));
}

/** The one number that stands for the whole pack: SHA-256 of the manifest's bytes. */
export function rootHashOf(manifest: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(manifest)));
}
