// Parcel labels of several carriers, photographed: how often the claim's own label is taken for another parcel's, and how
// often another parcel's is told. Run: node scripts/run-typescript.mjs tests/bench/run-label-numbers-bench.ts FOLDER tune|report COUNT
import type { ClaimFacts, Finding } from '../../utils/checks/check.ts';
import { parcelLabel } from '../../utils/checks/parcel-label.ts';
import { CLAIM, checkInput } from '../fixtures/check-input.ts';
import { loadOcr } from '../fixtures/load-ocr.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { CARRIERS, digitsBy, drawLabelPhoto, mixLabel } from './label-numbers/draw-label.ts';
import { proportion } from './proportion.ts';
import { pick, seededRandom } from './seeded-random.ts';
import { genuinePhotos } from './visible-marks/genuine-photos.ts';

const [folder, half, count] = process.argv.slice(3) as [string, 'tune' | 'report', string];
const random = seededRandom(`${half} labels`);
const ocr = await loadOcr();
const photos = genuinePhotos(folder, half);
const digits = (length: number): string => digitsBy(random, length);
const tally = new Map<string, { hits: number; trials: number }>();
const cpuMs: number[] = [];

async function findingsOf(bytes: Uint8Array, claim: ClaimFacts): Promise<readonly Finding[]> {
  const picture = await pictureOfFile('label.jpg', bytes);
  const before = process.cpuUsage();
  const outcome = await parcelLabel.run(checkInput({ picture, claim, ocr }));
  const used = process.cpuUsage(before);
  cpuMs.push((used.user + used.system) / 1000);
  return outcome.status === 'done' ? outcome.findings : [];
}

function add(group: string, isHit: boolean): void {
  const { hits, trials } = tally.get(group) ?? { hits: 0, trials: 0 };
  tally.set(group, { hits: hits + (isHit ? 1 : 0), trials: trials + 1 });
}

const hasKind = (findings: readonly Finding[], kind: RegExp): boolean => findings.some((one) => kind.test(one.kind));

for (let trial = 0; trial < Number(count); trial++) {
  const carrier = pick(random, CARRIERS);
  const number = carrier.number(digits);
  const orderId = `2611${digits(2)}-${digits(15)}`;
  const recipe = mixLabel(carrier, number, random() < 0.4 ? orderId : null, random);
  const bytes = await drawLabelPhoto(pick(random, photos), recipe, random);
  const base = { ...CLAIM, claimType: 'refund_only', orderId };
  const own = await findingsOf(bytes, { ...base, forwardTracking: number });
  add('own label: told from another', hasKind(own, /differs/));
  add('own label: matched', hasKind(own, /matches/));
  const other = await findingsOf(bytes, {
    ...base,
    orderId: `2611${digits(2)}-${digits(15)}`,
    forwardTracking: carrier.number(digits),
  });
  add("another parcel's label: told", hasKind(other, /tracking-differs/));
  add("another parcel's label: matched", hasKind(other, /matches/));
  const elsewhere = pick(
    random,
    CARRIERS.filter(({ name }) => name !== carrier.name),
  );
  const foreign = await findingsOf(bytes, { ...base, forwardTracking: elsewhere.number(digits) });
  add("another carrier's label: told", hasKind(foreign, /differs/));
  if (hasKind(own, /differs/) || hasKind(foreign, /differs/)) console.log(JSON.stringify({ recipe, own, foreign }));
}
for (const [group, { hits, trials }] of tally) console.log(`${group.padEnd(34)} ${proportion(hits, trials)}`);
cpuMs.sort((a, b) => a - b);
const at = (part: number): string => `${Math.round(cpuMs[Math.floor(part * (cpuMs.length - 1))] as number)} ms`;
console.log(`processor time of parcel-label: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);
