import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The genuine photographs below a folder, split for good by a hash of their path: thresholds from one half, figures from the other. */
export function genuinePhotos(folder: string, half: 'tune' | 'report' | 'all'): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => half === 'all' || halfOf(relative(folder, path)) === half)
    .sort();
}

function halfOf(path: string): 'tune' | 'report' {
  return (createHash('sha256').update(path).digest()[0] as number) % 2 === 0 ? 'tune' : 'report';
}
