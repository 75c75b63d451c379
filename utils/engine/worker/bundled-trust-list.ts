import type { BundledTrustList } from '../../cases/trust-list.ts';

let reading: Promise<BundledTrustList> | null = null;

/** The list of signers that came with the build, read once; see scripts/trust-list-asset.mjs. */
export function bundledTrustList(): Promise<BundledTrustList> {
  reading ??= fetch(`${self.location.origin}/c2pa/trust-list.json`).then((answer) => answer.json());
  return reading;
}
