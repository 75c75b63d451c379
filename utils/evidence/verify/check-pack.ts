import { bytesToHex } from '@noble/hashes/utils.js';
import { MANIFEST_NAME, parseManifest, rootHashOf } from '../manifest.ts';

/** Files that are made after the manifest and stand beside it. */
const BESIDE_MANIFEST = [MANIFEST_NAME, 'root-hash.txt', 'root-hash.svg'];

/** A file of the pack as it is now. */
export interface FoundFile {
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  /** Content of manifests and timestamps; null for everything else, which is not kept in memory. */
  readonly bytes: Uint8Array | null;
}

export interface PackCheck {
  /** Null where the pack has no manifest: nothing can be checked. */
  readonly rootHash: string | null;
  readonly same: readonly string[];
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** In the pack, but not in the manifest. */
  readonly added: readonly string[];
  readonly timestamps: readonly TimestampCoverage[];
}

/** How far one timestamp answer in the pack reaches. */
export interface TimestampCoverage {
  readonly name: string;
  /** Whether the answer holds the hash of the manifest beside it. Its signature is not checked here. */
  readonly namesManifest: boolean;
  /** Files of this pack that this manifest names with the digest that they have now. */
  readonly covered: number;
}

/** Whether a file's content is needed by `checkPack`. */
export function isNeededWhole(name: string): boolean {
  return name === MANIFEST_NAME || /^timestamps\/[^/]+\.(?:tsr|sha256)$/.test(name);
}

/** Compares every file with the manifest; pure, so that the page, the extension and a test say the same. */
export function checkPack(files: ReadonlyMap<string, FoundFile>): PackCheck {
  const manifest = textOf(files.get(MANIFEST_NAME));
  if (manifest === null) {
    return { rootHash: null, same: [], changed: [], missing: [], added: [...files.keys()], timestamps: [] };
  }
  const listed = new Map(parseManifest(manifest).map(({ name, sha256 }) => [name, sha256]));
  const names = [...listed.keys()];
  return {
    rootHash: rootHashOf(manifest),
    same: names.filter((name) => files.get(name)?.sha256 === listed.get(name)),
    changed: names.filter((name) => files.has(name) && files.get(name)?.sha256 !== listed.get(name)),
    missing: names.filter((name) => !files.has(name)),
    added: [...files.keys()].filter((name) => !listed.has(name) && !BESIDE_MANIFEST.includes(name)),
    timestamps: coverageOf(files),
  };
}

function coverageOf(files: ReadonlyMap<string, FoundFile>): TimestampCoverage[] {
  return [...files].flatMap(([name, { bytes }]) => {
    if (!name.endsWith('.tsr') || !bytes) return [];
    const manifest = textOf(files.get(name.replace(/\.tsr$/, '.manifest.sha256')));
    const namesManifest = manifest !== null && bytesToHex(bytes).includes(rootHashOf(manifest));
    const covered = parseManifest(manifest ?? '').filter((file) => files.get(file.name)?.sha256 === file.sha256);
    return [{ name, namesManifest, covered: covered.length }];
  });
}

function textOf(file: FoundFile | undefined): string | null {
  return file?.bytes ? new TextDecoder().decode(file.bytes) : null;
}
