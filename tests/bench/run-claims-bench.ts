import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nearestOrientationBits, PDQ_SAME_BITS, pdqOf } from '../../utils/image/pdq.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { type BoxScore, scoreBoxes, truthBox } from './box-score.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { type ListingCase, makeCase, makePair } from './listing-case.ts';
import { PHASH_SAME_BITS, phashDistanceBits, phashOf } from './phash.ts';
import { pick, seededRandom } from './seeded-random.ts';

export interface ClaimsBenchOptions {
  readonly corpus: string;
  readonly half: Half;
  readonly seed: number;
  /** Claims of each kind. */
  readonly limit: number;
  /** File that takes the false-alarm figures, which the panel shows; none when absent. */
  readonly figures?: string;
}

/** What is sent: `altered` has to be found, `resent` and `reused` are the same photograph, the others are honest. */
type Family = 'altered' | 'resent' | 'overlay' | 'reused' | 'other goods';

interface Tried {
  readonly id: string;
  readonly family: Family;
  readonly kind: string;
  readonly delivery: string;
  readonly truth: ListingCase['truth'];
  readonly source: Uint8Array;
  readonly sent: Uint8Array;
}

interface Line {
  readonly id: string;
  readonly findings: readonly {
    readonly kind: string;
    readonly grade: string;
    readonly regions?: readonly { x: number; y: number; width: number; height: number }[];
  }[];
  readonly timingsMs: Readonly<Record<string, number>>;
}

const CHECKS = 'listing-match,seen-before,fingerprint,screenshot';
const ACCUSING = [
  'listing-altered',
  'listing-redrawn',
  'listing-filtered',
  'listing-resent',
  'reused',
  'damage-reused',
  'contradiction',
];

/**
 * Generates claims from photographs, sends them through the built extension as the command line does, and prints recall,
 * false alarms, places and times, with hashes alone as peers on the same pictures.
 */
export async function runClaimsBench(options: ClaimsBenchOptions): Promise<void> {
  const tried = await claimsOf(options);
  const folder = mkdtempSync(join(tmpdir(), 'claims-bench-'));
  try {
    const lines = analyse(tried, folder);
    report(tried, lines);
    await reportPeers(tried, lines);
    if (options.figures) writeFigures(options, tried, lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function claimsOf({ corpus, half, seed, limit }: ClaimsBenchOptions): Promise<Tried[]> {
  const photos = basePhotos(corpus, half);
  console.log(`${photos.length} photographs in the ${half} half, seed ${seed}, ${limit} claims of each kind`);
  const tried: Tried[] = [];
  const add = (family: Family, made: ListingCase): void => {
    const { kind, delivery, truth, listing, picture } = made;
    tried.push({
      id: `${family} ${made.id}`,
      family,
      kind,
      delivery,
      truth,
      source: listing.bytes,
      sent: picture.bytes,
    });
  };
  for (const family of ['altered', 'resent', 'overlay'] as const)
    for (let index = 0; index < limit; index++) add(family, await makeCase(family, index, photos, seed));
  for (let index = 0; index < limit; index++) add('reused', await makeCase('resent', index + 7000, photos, seed));
  const random = seededRandom(`${seed}:claims`);
  for (let index = 0; index < 2 * limit; index++) {
    const a = pick(random, photos);
    const near = photos.filter((photo) => photo.group === a.group && photo !== a);
    const far = photos.filter((photo) => photo.group !== a.group);
    const b = pick(random, index % 2 === 0 && near.length > 0 ? near : far);
    add('other goods', await makePair(`pair-${index}`, a.group === b.group ? 'same kind' : 'other kind', a, b));
  }
  return tried;
}

/** Through the extension's own worker in a real browser. */
function analyse(tried: readonly Tried[], folder: string): ReadonlyMap<string, Line> {
  mkdirSync(folder, { recursive: true });
  const batch = tried.map(({ id, family, source, sent }, index) => {
    writeFileSync(join(folder, `${index}.source`), source);
    writeFileSync(join(folder, `${index}.sent`), sent);
    const place = family === 'reused' ? 'seen' : 'listing';
    return JSON.stringify({ id, files: [`${index}.sent`], [place]: [`${index}.source`] });
  });
  writeFileSync(join(folder, 'batch.jsonl'), batch.join('\n'));
  const command = ['scripts/analyze.mjs', '--checks', CHECKS, '--batch', join(folder, 'batch.jsonl')];
  const printed = execFileSync(process.execPath, command, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = printed.split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.id, line]));
}

function kindsOf(lines: ReadonlyMap<string, Line>, { id }: Tried): readonly string[] {
  return lines.get(id)?.findings.map(({ kind }) => kind) ?? [];
}

function report(tried: readonly Tried[], lines: ReadonlyMap<string, Line>): void {
  const scores = new Map(tried.map((claim) => [claim, boxScoreOf(claim, lines)]));
  const isHit = (claim: Tried): boolean =>
    kindsOf(lines, claim).includes('listing-altered') && (scores.get(claim)?.iou ?? 0) > 0.05;
  const has = (kind: string) => (claim: Tried) => kindsOf(lines, claim).includes(kind);
  const of = (family: Family): Tried[] => tried.filter((claim) => claim.family === family);
  console.log('\n| what was sent | what the extension said | |\n|---|---|---|');
  row('altered listing picture', 'altered, at the right place', of('altered'), isHit);
  for (const kind of kinds(of('altered')))
    row(
      '',
      kind,
      of('altered').filter((claim) => claim.kind === kind),
      isHit,
    );
  for (const by of ['altered', 'resent', 'reused'] as const)
    for (const delivery of new Set(of(by).map((claim) => claim.delivery)))
      row(
        `${by}, sent as ${delivery}`,
        'found',
        of(by).filter((claim) => claim.delivery === delivery),
        by === 'altered' ? isHit : has(by === 'reused' ? 'reused' : 'listing-resent'),
      );
  row('listing picture unchanged', 'falsely altered', of('resent'), has('listing-altered'));
  row('listing picture with honest drawings', 'falsely altered', of('overlay'), has('listing-altered'));
  for (const kind of kinds(of('overlay')))
    row(
      '',
      kind,
      of('overlay').filter((claim) => claim.kind === kind),
      has('listing-altered'),
    );
  row('photograph in the claim of another order', 'reused', of('reused'), has('reused'));
  row('photograph of other goods', 'a clue or more', of('other goods'), (claim) =>
    kindsOf(lines, claim).some((kind) => ACCUSING.includes(kind)),
  );
  const places = [...scores.values()].filter((score): score is BoxScore => score !== null && score.iou > 0.05);
  console.log(
    `| place, of the hits | box IoU ${median(places.map(({ iou }) => iou)).toFixed(2)}, box F1 ${median(places.map(({ f1 }) => f1)).toFixed(2)} at the median | ${places.length} |`,
  );
  const times = [...lines.values()].map(({ timingsMs }) => Object.values(timingsMs).reduce((sum, ms) => sum + ms, 0));
  console.log(
    `| time of all these checks a picture | ${median(times).toFixed(0)} ms at the median | ${times.length} |`,
  );
}

/** Hashes alone, at their published thresholds, on the same pictures. */
async function reportPeers(tried: readonly Tried[], lines: ReadonlyMap<string, Line>): Promise<void> {
  const pdq = new Set<Tried>();
  const phash = new Set<Tried>();
  for (const claim of tried) {
    const [source, sent] = await Promise.all([pictureOfFile('a', claim.source), pictureOfFile('b', claim.sent)]);
    if (source.pixels && sent.pixels) {
      const distance = nearestOrientationBits(pdqOf(sent.pixels).orientations, pdqOf(source.pixels).hash);
      if (distance <= PDQ_SAME_BITS) pdq.add(claim);
    }
    const [a, b] = [await phashOf(claim.source), await phashOf(claim.sent)];
    if (phashDistanceBits(a, b) <= PHASH_SAME_BITS) phash.add(claim);
  }
  const isFound = (claim: Tried): boolean => kindsOf(lines, claim).some((kind) => ACCUSING.includes(kind));
  console.log(
    `\n| the same photograph recognised | extension | PDQ ≤ ${PDQ_SAME_BITS} | pHash ≤ ${PHASH_SAME_BITS} |\n|---|---|---|---|`,
  );
  for (const family of ['altered', 'resent', 'overlay', 'reused', 'other goods'] as const) {
    const own = tried.filter((claim) => claim.family === family);
    const cells = [isFound, (claim: Tried) => pdq.has(claim), (claim: Tried) => phash.has(claim)];
    console.log(`| ${family} | ${cells.map((holds) => shareOf(own, holds)).join(' | ')} |`);
  }
}

function boxScoreOf({ id, truth }: Tried, lines: ReadonlyMap<string, Line>): BoxScore | null {
  const finding = lines.get(id)?.findings.find(({ kind }) => kind === 'listing-altered');
  return truth && finding ? scoreBoxes(finding.regions ?? [], truthBox(truth)) : null;
}

/** The figures behind the panel's "false alarms", with what they were measured on. */
function writeFigures(options: ClaimsBenchOptions, tried: readonly Tried[], lines: ReadonlyMap<string, Line>): void {
  const file = options.figures as string;
  const others = tried.filter(({ family }) => family === 'other goods');
  const overlays = tried.filter(({ family }) => family === 'overlay');
  const figure = (kind: string, of: readonly Tried[]) => {
    const wrong = of.filter((claim) => kindsOf(lines, claim).includes(kind)).length;
    return { wrong, of: of.length, limitPercent: Number((100 * clopperPearson(wrong, of.length)[1]).toFixed(1)) };
  };
  const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const drawn = figure('listing-altered', overlays);
  const altered = { ...figure('listing-altered', others), drawnWrong: drawn.wrong, drawnOf: drawn.of };
  const measured = {
    'listing-altered': { ...altered, page: 'docs/benchmarks.md' },
    'listing-resent': { ...figure('listing-resent', others), page: 'docs/benchmarks.md' },
  };
  writeFileSync(file, `${JSON.stringify({ ...known, ...measured }, null, 2)}\n`);
}

function kinds(claims: readonly Tried[]): readonly string[] {
  return [...new Set(claims.map(({ kind }) => kind))];
}

function row(sent: string, said: string, claims: readonly Tried[], holds: (claim: Tried) => boolean): void {
  if (claims.length > 0) console.log(`| ${sent} | ${said} | ${shareOf(claims, holds)} |`);
}

function shareOf(claims: readonly Tried[], holds: (claim: Tried) => boolean): string {
  const hits = claims.filter(holds).length;
  const [low, high] = clopperPearson(hits, claims.length);
  return `${hits}/${claims.length} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)} %]`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
