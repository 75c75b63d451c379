import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** `tune` sets thresholds, `report` is only ever measured. The two share no photograph. */
export type Half = 'tune' | 'report';

const EXTENSIONS = new Set(['.jpg', '.jpeg', '.png', '.webp']);

/** The photographs under a folder that belong to one half, in an order that does not depend on the machine. */
export function photosOfHalf(folder: string, half: Half): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && EXTENSIONS.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, digest: createHash('sha256').update(basename(file)).digest() }))
    .filter(({ digest }) => ((digest[0] as number) % 2 === 0 ? 'tune' : 'report') === half)
    .sort((a, b) => a.digest.compare(b.digest))
    .map(({ file }) => file);
}
