import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PART_BYTES = 1 << 20;

/** A disk of a fixed size, in memory, that a test can fill. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'refund-lens-disk-'));

  /** Whether this machine lets a test make one: root on Linux. */
  static get isPossible(): boolean {
    return process.platform === 'linux' && process.getuid?.() === 0;
  }

  constructor(sizeMegabytes: number) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'tmpfs', this.folder]);
    // A run that is broken off leaves no memory taken.
    process.once('exit', this.remove);
  }

  /** Leaves so many bytes free, in whole pages. */
  fill(freeBytes: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    const sizeBytes = Math.max(0, bavail * bsize - freeBytes);
    const filler = openSync(join(this.folder, 'filler'), 'w');
    // A sparse file would take nothing.
    const part = Buffer.alloc(PART_BYTES, 1);
    try {
      for (let written = 0; written < sizeBytes; written += PART_BYTES)
        writeSync(filler, part, 0, Math.min(PART_BYTES, sizeBytes - written));
    } catch (error) {
      // What a browser has written meanwhile fills the disk as well.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(filler);
    }
  }

  /** Frees what `fill` took. */
  clear(): void {
    rmSync(join(this.folder, 'filler'), { force: true });
  }

  /** At once also where processes of a browser that was killed still end. */
  readonly remove = (): void => {
    process.off('exit', this.remove);
    spawnSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  };
}
