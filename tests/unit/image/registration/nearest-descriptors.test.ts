import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceBits } from '../../../../utils/image/pdq.ts';
import { NO_DISTANCE, nearestTwo } from '../../../../utils/image/registration/nearest-descriptors.ts';

const WORDS = 8;
/** Few different words, so that descriptors are often equal or equally near. */
const words = fc.constantFrom(0, 1, 3, 0xff, 0xffff_ffff, 0x1234_5678, 0x1234_5679);
const descriptors = (maxLength: number) =>
  fc.array(fc.array(words, { minLength: WORDS, maxLength: WORDS }), { maxLength }).map((all) => all.flat());

function plainTwo(sources: Uint32Array, query: Uint32Array): number[] {
  let [index, best, second] = [-1, NO_DISTANCE, NO_DISTANCE];
  for (let source = 0; source < sources.length / WORDS; source++) {
    const distance = distanceBits(sources.subarray(source * WORDS, (source + 1) * WORDS), query);
    if (distance < best) [index, best, second] = [source, distance, best];
    else if (distance < second) second = distance;
  }
  return [index, best, second];
}

it('finds what a plain search finds, the first of equally near ones', () => {
  fc.assert(
    fc.property(descriptors(70), descriptors(5), (sourceWords, queryWords) => {
      const [sources, queries] = [Uint32Array.from(sourceWords), Uint32Array.from(queryWords)];
      const plain = Array.from({ length: queries.length / WORDS }, (_, query) =>
        plainTwo(sources, queries.subarray(query * WORDS, (query + 1) * WORDS)),
      ).flat();
      expect([...nearestTwo(sources, queries)]).toEqual(plain);
    }),
  );
});

it('takes more descriptors than its memory first holds, and then few again', () => {
  const many = Uint32Array.from({ length: 9000 * WORDS }, (_, word) => Math.imul(word + 1, 0x9e37_79b1));
  const queries = many.slice(8990 * WORDS, 8995 * WORDS);
  const answers = nearestTwo(many, queries);
  for (let query = 0; query < 5; query++)
    expect([...answers.subarray(query * 3, query * 3 + 2)]).toEqual([8990 + query, 0]);
  expect([...nearestTwo(many.slice(0, WORDS), queries.slice(0, WORDS))].at(2)).toBe(NO_DISTANCE);
});
