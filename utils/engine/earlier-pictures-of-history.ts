import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import type { EarlierMatch, EarlierPictures } from '../checks/earlier-pictures.ts';
import { distanceBits, pdqFromHex } from '../image/pdq.ts';
import type { PictureShelf } from './picture-shelf.ts';

/** The history of every case but one, as the checks search it. Fingerprints are read once, pictures when asked for. */
export async function earlierPicturesOfHistory(
  database: CaseDatabase,
  ownCaseId: string,
  shelf: PictureShelf,
): Promise<EarlierPictures> {
  const fingerprints = (await database.getAll('fingerprints')).filter(({ caseId }) => caseId !== ownCaseId);
  const hashes = fingerprints.map(({ pdq }) => pdqFromHex(pdq));
  return {
    near(orientations, maxDistanceBits) {
      const matches: EarlierMatch[] = [];
      fingerprints.forEach((fingerprint, index) => {
        const distance = Math.min(...orientations.map((hash) => distanceBits(hash, hashes[index] as Uint32Array)));
        if (distance <= maxDistanceBits) matches.push({ ...fingerprint, distanceBits: distance });
      });
      return matches.sort((a, b) => a.distanceBits - b.distanceBits);
    },
    async open(pictureId) {
      const stored = await database.get('pictures', pictureId);
      const image = stored && analysedImage(stored);
      if (!stored || !image) return null;
      const { picture } = await shelf.open({ pictureId, name: stored.name, sha256: image.sha256, blob: image.blob });
      return picture.pixels ? picture : null;
    },
  };
}
