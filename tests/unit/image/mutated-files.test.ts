import { beforeAll, describe, expect, it } from 'vitest';
import { lookAtFile } from '../../fuzz/look-at-file.ts';
import { makeSeeds, type Seed } from '../../fuzz/make-seeds.ts';
import { mutationOf } from '../../fuzz/mutations-of.ts';

const RUN = 7;
const COUNT = 400;

let seeds: Seed[];

beforeAll(async () => {
  seeds = await makeSeeds();
});

describe('files that were changed by chance', () => {
  it(`are answered by every reader (${COUNT} mutations; npm run fuzz makes more)`, () => {
    for (let index = 0; index < COUNT; index++) {
      const { id, name, how, bytes } = mutationOf(seeds, RUN, index);
      expect(() => lookAtFile(name, bytes), `${id} ${name}: ${how}`).not.toThrow();
    }
  });

  it('come about the same way from the same numbers', () => {
    const [first, again] = [mutationOf(seeds, RUN, 3), mutationOf(seeds, RUN, 3)];
    expect(first.how).toBe(again.how);
    expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });

  it('hold the readers to an answer', () => {
    expect(() => seeds.map(({ name, bytes }) => lookAtFile(name, bytes))).not.toThrow();
  });
});
