import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A genuine photograph, and the group of photographs that show the same kind of thing. */
export interface BasePhoto {
  readonly path: string;
  readonly group: string;
}

export type Half = 'tune' | 'report';

/**
 * The photographs under a folder, split into two halves that share no group: thresholds are set on one and reported on
 * the other. A folder is a group; in folders of more than twenty files every file is its own.
 */
export function basePhotos(folder: string, half: Half): BasePhoto[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(jpe?g|png)$/i.test(path))
    .sort();
  const sizes = new Map<string, number>();
  for (const path of paths) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + 1);
  const photos = paths.map((path) => {
    const isMixed = (sizes.get(dirname(path)) ?? 0) > 20 || /kodak|OriginalImages/.test(path);
    return { path: join(folder, path), group: isMixed ? path : basename(dirname(path)) };
  });
  const groups = [...new Set(photos.map((photo) => photo.group))].sort();
  const wanted = half === 'tune' ? 0 : 1;
  return photos.filter((photo) => groups.indexOf(photo.group) % 2 === wanted);
}
