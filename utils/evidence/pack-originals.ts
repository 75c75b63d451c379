import type { CapturedImage, StoredPicture } from '../cases/case.ts';
import type { PackingPictureView } from '../cases/case-view.ts';
import { hasPosition } from './has-position.ts';
import { extensionOf, HEAD_BYTES, packFileName } from './pack-file-name.ts';
import type { ZipStream } from './zip-stream.ts';

export interface PackedOriginals {
  /** Names inside the pack, by `originalKey`. */
  readonly names: ReadonlyMap<string, string>;
  /** Those that state where they were taken. */
  readonly withPosition: readonly string[];
}

/** One file of one role lies in the pack once; the same bytes in two roles lie there twice, each where it is looked for. */
export function originalKey({ role }: Pick<StoredPicture, 'role'>, { sha256 }: Pick<CapturedImage, 'sha256'>): string {
  return `${role} ${sha256}`;
}

/**
 * Puts every picture and video of a case into its pack, byte for byte as received; what this extension made itself, the
 * frames of a video, lies apart from them.
 * @param advance called after each picture
 */
export async function addOriginals(
  zip: ZipStream,
  pictures: readonly StoredPicture[],
  packing: readonly PackingPictureView[],
  advance: () => void,
): Promise<PackedOriginals> {
  const names = new Map<string, string>();
  const withPosition: string[] = [];
  for (const picture of pictures) {
    for (const image of [picture.delivered, picture.larger]) {
      if (!image || names.has(originalKey(picture, image))) continue;
      const name = await nameOf(picture, image, packing);
      names.set(originalKey(picture, image), name);
      if (await hasPosition(image.blob)) withPosition.push(name);
      await zip.add(name, image.blob);
    }
    advance();
  }
  return { names, withPosition };
}

async function nameOf(
  picture: StoredPicture,
  image: CapturedImage,
  packing: readonly PackingPictureView[],
): Promise<string> {
  const head = new Uint8Array(await image.blob.slice(0, HEAD_BYTES).arrayBuffer());
  const written = packFileName(picture.name.slice(picture.name.lastIndexOf('/') + 1), 'picture');
  const stem = written.replace(/\.[a-z0-9]+$/, '');
  return `${folderAndNumber(picture, image, packing)}-${stem}${extensionOf(head)}`;
}

function folderAndNumber(
  { pictureId, role, index, delivered, madeFrom }: StoredPicture,
  image: CapturedImage,
  packing: readonly PackingPictureView[],
): string {
  const count = (number: number): string => String(number).padStart(2, '0');
  const owner = role === 'evidence' ? 'buyer' : role;
  if (madeFrom?.kind === 'video-frame') return `frames/${owner}-${count(index + 1)}`;
  if (role === 'packing') {
    const { number } = packing.find((file) => file.pictureId === pictureId) ?? { number: index + 1 };
    return `originals/packing/packing-${count(number)}`;
  }
  return `originals/${owner}-${count(index + 1)}-${image === delivered ? 'delivered' : 'larger'}`;
}
