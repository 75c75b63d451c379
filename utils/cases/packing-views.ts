import type { JsonObject } from '../checks/json.ts';
import type { StoredPicture } from './case.ts';
import type { PackingPictureView } from './case-view.ts';

/** The packing files of a case with the frames of its videos, in their order, each with the number of its file. */
export function packingViews(
  inOrder: readonly StoredPicture[],
  previews: ReadonlyMap<string, Blob>,
): PackingPictureView[] {
  const packing = inOrder.filter(({ role }) => role === 'packing');
  const files = packing.filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame');
  return packing.flatMap((picture) => {
    const { pictureId, name, problem, madeFrom, video } = picture;
    const fileId = madeFrom?.kind === 'video-frame' ? madeFrom.videoId : pictureId;
    const place = files.findIndex((file) => file.pictureId === fileId);
    const image = files[place]?.delivered;
    if (!image) return [];
    return {
      pictureId,
      name,
      problem,
      preview: previews.get(pictureId) ?? null,
      number: place + 1,
      arrivedAt: image.receivedAt,
      sha256: image.sha256,
      sizeBytes: image.sizeBytes,
      ...(madeFrom ? { madeFrom } : {}),
      ...(video ? { video } : {}),
    };
  });
}

/** Which of the order's packing files is meant, as a person counts them. */
export function withPackingNumber(params: JsonObject, packing: readonly PackingPictureView[]): JsonObject {
  const meant = packing.find(({ pictureId }) => pictureId === params.packingId);
  return meant ? { ...params, packingNumber: meant.number } : params;
}
