import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, IMAGES } from '../../demo/claims.mjs';
import type { TwelveMegapixelClaim } from './twelve-megapixel-claim.ts';

/** A claim of the demo's seller center, as its server holds it. */
export type DemoClaim = (typeof CLAIMS)[keyof typeof CLAIMS];

const EVIDENCE_HOST = 'https://img.pddpic.com/gaudit-image/2026-11-21';
const LISTING_HOST = 'https://img.pddpic.com/mms-material-img/2026-09-03';

/**
 * Adds a claim to those that the demo's server answers for, under an order of its own.
 * @param folder the server's folder of pictures; the claim's are written there
 * @param number from 0, below 1000
 */
export function addClaimToDemo(folder: string, number: number, pictures: TwelveMegapixelClaim): DemoClaim {
  mkdirSync(folder, { recursive: true });
  const code = String(number).padStart(3, '0');
  const addressesOf = (role: 'evidence' | 'listing', host: string): string[] =>
    pictures[role].map((bytes, index) => {
      const name = `speed-${code}-${role}-${index}.jpeg`;
      writeFileSync(join(folder, name), bytes);
      IMAGES.set(`${host}/${name}`, { file: name });
      return `${host}/${name}`;
    });
  const listing = addressesOf('listing', LISTING_HOST);
  const claim: DemoClaim = {
    ...CLAIMS.b,
    id: `31090000${code}`,
    orderSn: `261118-500000000000${code}`,
    buyerName: `速***${code}`,
    images: addressesOf('evidence', EVIDENCE_HOST),
    thumbUrl: listing[0] as string,
    snapshotUrls: listing,
  };
  Object.assign(CLAIMS, { [`speed-${code}`]: claim });
  return claim;
}
