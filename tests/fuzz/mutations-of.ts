import { pick, seededRandom } from '../bench/seeded-random.ts';
import type { Seed } from './make-seeds.ts';
import { mutate } from './mutate.ts';

/** A mutated file and how it came about; `id` alone makes it again from the same seeds. */
export interface MutatedFile {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  readonly bytes: Uint8Array;
}

/** Mutation number `index` of a run; it depends on the run's seed, its own number and the seeds alone. */
export function mutationOf(seeds: readonly Seed[], run: number, index: number): MutatedFile {
  const random = seededRandom(`${run} ${index}`);
  const seed = pick(random, seeds);
  const other = pick(random, seeds);
  const { bytes, how } = mutate(seed.bytes, other.bytes, random);
  return { id: `${run}-${index}`, name: seed.name, how: `${how.join(', ')} (${other.name})`, bytes };
}
