import { hasAscii } from './byte-reading.ts';
import type { Container, ContainerPart } from './containers/container.ts';
import { findBytes } from './find-bytes.ts';

/** The type of a JUMBF box that is a C2PA manifest store (C2PA 2.2, 11.1.4.1). */
const MANIFEST_STORE_UUID = 'c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71';
/** Headers before the first box are shorter: JPEG 8 bytes, ISO media 21. */
const MAX_BYTES_BEFORE_STORE = 64;
/** From the type of the superbox to that of its description box, with and without a 64-bit length. */
const MAX_BYTES_TO_DESCRIPTION = 24;
const BMFF_UUID = 'uuid d8fec3d61b0e483c92975828877ec481';
const TIFF_TAG = / 52545$/;

/**
 * Whether a file holds a C2PA manifest store where its format puts one; whether it is well formed is not looked at.
 * The letters `c2pa` alone say nothing: they occur by chance in pixel data.
 * Source: C2PA specification 2.2, appendix A (JPEG XT APP11, PNG caBX, RIFF, GIF, TIFF, ISO media `uuid`).
 */
export function holdsC2paManifest(bytes: Uint8Array, container: Container): boolean {
  return container.parts.some((part) => isC2paPart(container.type, part) && startsManifestStore(bytes, part));
}

function isC2paPart(type: Container['type'], { name }: ContainerPart): boolean {
  switch (type) {
    case 'jpeg':
      return name === 'APP11';
    case 'png':
      return name === 'caBX';
    case 'webp':
    case 'avi':
      return name === 'C2PA';
    case 'gif':
      return name.startsWith('application C2PA_GIF');
    case 'tiff':
      return TIFF_TAG.test(name);
    case 'heic':
    case 'avif':
    case 'mp4':
      return name === BMFF_UUID;
    case 'matroska':
      // The specification gives Matroska no place for a record.
      return false;
  }
}

function startsManifestStore(bytes: Uint8Array, { dataOffset, sizeBytes }: ContainerPart): boolean {
  const end = dataOffset + Math.min(sizeBytes, MAX_BYTES_BEFORE_STORE);
  const superbox = findBytes(bytes, 'jumb', dataOffset, end);
  if (superbox < 0) return false;
  const description = findBytes(bytes, 'jumd', superbox, superbox + MAX_BYTES_TO_DESCRIPTION);
  return description >= 0 && hasAscii(bytes, description + 4, MANIFEST_STORE_UUID);
}
