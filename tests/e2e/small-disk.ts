import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a fixed size, in memory, that a test can fill. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'refund-lens-disk-'));

  /** Whether this machine lets a test make one: root on Linux. */
  static get isPossible(): boolean {
    return process.platform === 'linux' && process.getuid?.() === 0;
  }

  constructor(sizeMegabytes: number) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'tmpfs', this.folder]);
  }

  /** Leaves so many bytes free, in whole pages. */
  fill(freeBytes: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    const sizeBytes = Math.max(0, bavail * bsize - freeBytes);
    // A sparse file would take nothing.
    writeFileSync(join(this.folder, 'filler'), Buffer.alloc(sizeBytes, 1));
  }

  /** Frees what `fill` took. */
  clear(): void {
    rmSync(join(this.folder, 'filler'), { force: true });
  }

  remove(): void {
    spawnSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
