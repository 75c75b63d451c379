import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sniffImageType } from '../../utils/image/sniff-image-type.ts';
import { sniffVideoType } from '../../utils/image/sniff-video-type.ts';
import type { Seed } from './make-seeds.ts';

/** Larger files spend the time on bytes that no walker looks at. */
const MAX_SEED_BYTES = 300_000;

/** The small pictures and videos below a folder, at most so many of each folder, in the order of their names. */
export function readCorpusSeeds(folder: string, maxOfFolder = 60): Seed[] {
  const taken = new Map<string, number>();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ directory: entry.parentPath, path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ directory, path }) => {
      const count = taken.get(directory) ?? 0;
      if (count >= maxOfFolder || statSync(path).size > MAX_SEED_BYTES) return [];
      const bytes = new Uint8Array(readFileSync(path));
      if (!sniffImageType(bytes) && !sniffVideoType(bytes)) return [];
      taken.set(directory, count + 1);
      return [{ name: relative(folder, path), bytes }];
    });
}
