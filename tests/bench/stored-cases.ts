import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import type { ListingCase } from './listing-case.ts';

/** One line of `cases.jsonl`, as `opencv-cases/generate.py` writes it; paths are relative to the folder. */
interface StoredCase {
  readonly id: string;
  readonly family: ListingCase['family'];
  readonly kind: string;
  readonly delivery: string;
  readonly listing: string;
  readonly buyer: string;
  /** A picture that is white where the buyer's was altered. */
  readonly truth?: string;
}

/** The cases in a folder that another generator wrote. */
export async function* storedCases(folder: string): AsyncGenerator<ListingCase> {
  const lines = readFileSync(join(folder, 'cases.jsonl'), 'utf8').trim().split('\n');
  for (const stored of lines.map((line) => JSON.parse(line) as StoredCase)) {
    yield {
      ...stored,
      listing: await pictureOfFile('listing.jpg', readFileSync(join(folder, stored.listing))),
      picture: await pictureOfFile('buyer.jpg', readFileSync(join(folder, stored.buyer))),
      truth: stored.truth ? await maskOf(join(folder, stored.truth)) : null,
    };
  }
}

async function maskOf(path: string): Promise<NonNullable<ListingCase['truth']>> {
  const { data, info } = await sharp(path).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, mask: data };
}
