import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenCv } from '../../utils/checks/open-cv.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { type BasePhoto, basePhotos, type Half } from './base-photos.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { type ListingCase, makeCase, makeConverted, makePair } from './listing-case.ts';
import { makeNearView } from './near-view.ts';
import { reportMisses } from './report-misses.ts';
import { reportStoredCases } from './report-stored-cases.ts';
import { type CaseScore, scoreCase } from './score-case.ts';
import { pick, seededRandom } from './seeded-random.ts';
import { storedCases } from './stored-cases.ts';

export interface BenchOptions {
  /** Folder of genuine photographs. */
  readonly corpus: string;
  readonly half: Half;
  readonly seed: number;
  /** Cases of each generated family; genuine pairs are four times as many. */
  readonly count: number;
  readonly families: readonly string[];
  /** Folder of cases that another generator wrote; they are run instead. */
  readonly cases?: string;
  /** Where the pictures of failed cases go; nowhere when absent. */
  readonly failures?: string;
  /** File that takes one line of JSON a case; none when absent. */
  readonly out?: string;
}

/** Generates the cases, runs each through the check, and prints what came out. */
export async function runListingBench(options: BenchOptions): Promise<readonly CaseScore[]> {
  const { opencv } = await loadOpenCv();
  const photos = basePhotos(options.corpus, options.half);
  console.log(`${photos.length} photographs in the ${options.half} half, seed ${options.seed}`);
  const scores: CaseScore[] = [];
  // One line a case as it comes: a long run that is ended early has said something.
  if (options.out) writeFileSync(options.out, '');
  for await (const tried of options.cases ? storedCases(options.cases) : casesOf(photos, options)) {
    const score = await scoreCase(opencv as OpenCv, tried);
    scores.push(score);
    if (options.out) appendFileSync(options.out, `${JSON.stringify(score)}\n`);
    if (options.failures && !isRight(score)) keepFailure(options.failures, tried, score);
  }
  if (options.cases) reportStoredCases(scores);
  else report(scores);
  return scores;
}

async function* casesOf(
  photos: readonly BasePhoto[],
  { seed, count, families }: BenchOptions,
): AsyncGenerator<ListingCase> {
  for (const family of ['altered', 'resent', 'overlay'] as const)
    for (let index = 0; families.includes(family) && index < count; index++)
      yield makeCase(family, index, photos, seed);
  for (let index = 0; families.includes('converted') && index < count; index++)
    yield makeConverted(index, photos, seed);
  for (let index = 0; families.includes('near-view') && index < count; index++) yield makeNearView(index, seed);
  if (families.includes('other-photo')) yield* genuinePairs(photos, seed, 4 * count, 0.5);
  if (families.includes('same-goods')) yield* genuinePairs(photos, seed, 4 * count, 1);
}

/** Pairs of one group first (every one there is, up to the share), then random pairs of different groups. */
async function* genuinePairs(
  photos: readonly BasePhoto[],
  seed: number,
  count: number,
  sameShare: number,
): AsyncGenerator<ListingCase> {
  const random = seededRandom(`${seed}:pairs`);
  const sameGroup = photos.flatMap((a, i) =>
    photos.slice(i + 1).flatMap((b) => (a.group === b.group ? [[a, b] as const] : [])),
  );
  const chosen = sameGroup
    .map((pair) => ({ pair, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, Math.round(count * sameShare));
  for (const [index, { pair }] of chosen.entries()) yield makePair(`same-${index}`, 'same goods', ...pair);
  for (let index = chosen.length; index < count; index++) {
    const a = pick(random, photos);
    const b = pick(
      random,
      photos.filter((photo) => photo.group !== a.group),
    );
    yield makePair(`other-${index}`, 'other goods', a, b);
  }
}

const COUNTING = ['listing-altered', 'listing-redrawn', 'listing-filtered', 'listing-resent', 'listing-tilted'];

function isRight({ family, kinds, isHit }: CaseScore): boolean {
  if (family === 'altered') return kinds.includes('listing-altered') && isHit;
  if (family === 'other-photo') return !kinds.some((kind) => COUNTING.includes(kind));
  return kinds.includes('listing-resent');
}

function isProof({ grades }: CaseScore): boolean {
  return grades.includes('proof');
}

function report(scores: readonly CaseScore[]): void {
  const of = (family: string): CaseScore[] => scores.filter((score) => score.family === family);
  const has =
    (kind: string) =>
    (score: CaseScore): boolean =>
      score.kinds.includes(kind);
  const altered = of('altered');
  line('altered: called altered', altered, has('listing-altered'));
  line('altered: called altered and the place hit', altered, isRight);
  line('altered: of grade proof', altered, isProof);
  line('altered: same photograph found at all', altered, (score) => score.relation === 'same-photograph');
  const places = altered.flatMap((score) => (score.isHit && score.iou !== null ? [score.iou] : []));
  const boxes = altered.flatMap((score) => (score.isHit && score.boxIou !== null ? [score.boxIou] : []));
  console.log(`  IoU of pixels, median of hits ${median(places).toFixed(2)}; of boxes ${median(boxes).toFixed(2)}`);
  breakdown('altered by damage', altered, (score) => score.kind, isRight);
  breakdown('altered by delivery', altered, (score) => score.delivery, isRight);
  reportMisses(altered);
  line('resent: same photograph', of('resent'), (score) => score.relation === 'same-photograph');
  line('resent: falsely called altered', of('resent'), has('listing-altered'));
  line('resent: of grade proof', of('resent'), isProof);
  breakdown('resent called altered', of('resent'), (score) => score.delivery, has('listing-altered'));
  line('overlay: same photograph', of('overlay'), (score) => score.relation === 'same-photograph');
  line('overlay: falsely called altered', of('overlay'), has('listing-altered'));
  line('overlay: of grade proof', of('overlay'), isProof);
  breakdown('overlay called altered', of('overlay'), (score) => score.kind, has('listing-altered'));
  breakdown('overlay of grade proof', of('overlay'), (score) => score.kind, isProof);
  line('converted: same photograph', of('converted'), (score) => score.relation === 'same-photograph');
  line('converted: falsely called altered', of('converted'), has('listing-altered'));
  line('converted: of grade proof', of('converted'), isProof);
  breakdown('converted called altered', of('converted'), (score) => score.delivery, has('listing-altered'));
  breakdown('converted called redrawn', of('converted'), (score) => score.delivery, has('listing-redrawn'));
  for (const kind of ['same goods', 'other goods', 'near view'])
    line(
      `genuine, ${kind}: clue or more`,
      of('other-photo').filter((score) => score.kind === kind),
      (score) => !isRight(score),
    );
  line('genuine: noted as another photograph', of('other-photo'), has('same-object-other-photo'));
  line('genuine: noted as one plane', of('other-photo'), has('listing-photographed'));
  console.log(`elapsed per picture, median: ${median(scores.map((score) => score.elapsedMs)).toFixed(0)} ms`);
}

function line(title: string, scores: readonly CaseScore[], holds: (score: CaseScore) => boolean): void {
  if (scores.length === 0) return;
  const hits = scores.filter(holds).length;
  const [low, high] = clopperPearson(hits, scores.length);
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  console.log(`${title}: ${hits}/${scores.length} = ${share(hits / scores.length)} [${share(low)}, ${share(high)}]`);
}

function breakdown(
  title: string,
  scores: readonly CaseScore[],
  keyOf: (score: CaseScore) => string,
  holds: (score: CaseScore) => boolean,
): void {
  if (scores.length === 0) return;
  const keys = [...new Set(scores.map(keyOf))];
  const parts = keys.map((key) => {
    const own = scores.filter((score) => keyOf(score) === key);
    const ious = own.flatMap((score) => (score.iou === null ? [] : [score.iou]));
    return `${key} ${own.filter(holds).length}/${own.length}${ious.length > 0 ? ` (${median(ious).toFixed(2)})` : ''}`;
  });
  console.log(`  ${title}: ${parts.join(', ')}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function keepFailure(folder: string, tried: ListingCase, score: CaseScore): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${tried.id}.listing.jpg`), tried.listing.bytes);
  writeFileSync(join(folder, `${tried.id}.buyer.jpg`), tried.picture.bytes);
  writeFileSync(join(folder, `${tried.id}.json`), JSON.stringify({ ...score }, null, 1));
}
