import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { GIVEN_UP } from '../../../utils/cases/case.ts';
import { openDatabase } from '../../../utils/cases/database.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeResult } from '../../../utils/cases/write-results.ts';
import { type Check, type CheckInput, done } from '../../../utils/checks/check.ts';
import { analyseCase } from '../../../utils/engine/analyse-case.ts';
import type { Analysis, RunningCheck } from '../../../utils/engine/analysis.ts';
import { PictureShelf } from '../../../utils/engine/worker/picture-shelf.ts';
import { claimWith, type evidence } from '../../fixtures/claim.ts';

vi.mock('../../../utils/engine/worker/pixels-are-altered.ts', () => ({ pixelsAreAltered: () => false }));
vi.mock('../../../utils/engine/worker/load-open-cv.ts', () => ({ loadOpenCv: async () => ({ tool: {} }) }));
vi.mock('../../../utils/engine/worker/decode-picture.ts', () => ({
  decodePicture: async () => ({
    type: 'jpeg',
    pixels: { width: 1, height: 1, rgba: new Uint8ClampedArray(4), sourceWidth: 1, sourceHeight: 1 },
    preview: null,
    problem: null,
  }),
}));

const seen: string[] = [];

function checkThatTells(id: string, reads?: Check['reads']): Check {
  return {
    id,
    version: 3,
    needs: reads ? [] : ['pixels'],
    ...(reads ? { reads } : {}),
    source: 'test',
    run: ({ picture }: CheckInput) => {
      seen.push(`${id} ${picture.name} ${picture.pixels ? 'decoded' : 'bytes'}`);
      return done({});
    },
  };
}

const captured = (name: string) => ({
  url: '',
  receivedAt: 'now',
  contentType: 'image/jpeg',
  sizeBytes: 1,
  sha256: name,
  blob: new Blob([name]),
});
const handed = (name: string) => ({ role: 'evidence' as const, url: '', name, captured: captured(name) });

/** A stored case of three pictures whose files are here. */
async function caseOfThree(name: string) {
  const database = await openDatabase(name);
  const names = ['a.jpg', 'b.jpg', 'c.jpg'];
  const pictures = names.map(handed);
  const claim = claimWith({ evidence: [] as ReturnType<typeof evidence>[] });
  const { caseId } = await storeClaim(database, claim, pictures, 'now');
  return { database, caseId, names };
}

const EVENTS = {
  changed: () => undefined,
  checkStarted: () => undefined,
  checkEnded: () => undefined,
  checkBroke: () => undefined,
};

it('has every file speak before the first is decoded, and stores what was said last', async () => {
  const { database, caseId, names } = await caseOfThree('analyse-case');
  const shelf = new PictureShelf();
  const analysis = {
    database,
    shelf,
    fingerprints: Promise.resolve({}),
    checks: [checkThatTells('own', 'bytes'), checkThatTells('both', 'bytes-then-pixels'), checkThatTells('looks')],
    remembers: false,
    events: EVENTS,
    now: () => 'now',
  } as unknown as Analysis;
  await analyseCase(caseId, analysis);
  const firstDecoded = seen.findIndex((line) => line.endsWith('decoded'));
  expect(seen.slice(0, firstDecoded).toSorted()).toEqual(
    names.flatMap((name) => [`both ${name} bytes`, `own ${name} bytes`]).toSorted(),
  );
  expect(seen.slice(firstDecoded).toSorted()).toEqual(
    names.flatMap((name) => [`both ${name} decoded`, `looks ${name} decoded`]).toSorted(),
  );
  const results = await database.getAll('results');
  expect(results).toHaveLength(9);
  for (const { version } of results) expect(version).toBe(3);
});

it('has a second worker run what reads pixels alone, meanwhile the rest, and then takes from it what is left', async () => {
  const { database, caseId } = await caseOfThree('analyse-case-beside');
  const order: string[] = [];
  const check = (id: string, needs: Check['needs'], readsPixelsAlone?: true): Check => ({
    id,
    version: 1,
    needs,
    ...(readsPixelsAlone ? { readsPixelsAlone } : {}),
    source: 'test',
    run: ({ picture }: CheckInput) => {
      order.push(`${id} ${picture.name} here`);
      return done({});
    },
  });
  const dropped: string[] = [];
  /** Answers its first run last of all: when nothing else is left to do. */
  const helper = {
    warm: () => undefined,
    clear: () => order.push('cleared'),
    drop: (pictureId: string) => dropped.push(pictureId.slice(pictureId.indexOf('#'))),
    run: async (id: string, { picture }: CheckInput) => {
      order.push(`${id} ${picture.name} beside`);
      if (id === 'pixels' && picture.name === 'a.jpg')
        await vi.waitFor(() => expect(order).toContain('looks c.jpg here'));
      return { outcome: done({ [id]: 'beside' }), elapsedMs: 1 };
    },
  };
  const analysis = {
    database,
    shelf: new PictureShelf(),
    helper,
    fingerprints: Promise.resolve({ without: () => ({}) }),
    checks: [check('looks', ['pixels', 'siblings']), check('pixels', ['opencv'], true), check('reads', ['ocr'], true)],
    remembers: false,
    events: EVENTS,
    now: () => 'now',
  } as unknown as Analysis;
  await analyseCase(caseId, analysis);
  expect(order.at(-1)).toBe('cleared');
  expect(order.filter((line) => line.startsWith('looks'))).toEqual(
    ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => `looks ${name} here`),
  );
  expect(order.filter((line) => line.startsWith('reads')).every((line) => line.endsWith('beside'))).toBe(true);
  expect(order).toContain('pixels a.jpg beside');
  expect(dropped.toSorted()).toEqual(['#e0', '#e1', '#e2']);
  expect(dropped.at(-1)).toBe('#e0');
  const results = await database.getAll('results');
  expect(results).toHaveLength(9);
  expect((await database.get('cases', caseId))?.status).toBe('done');
});

it.each([
  {
    own: 2,
    what: 'decodes few pictures of the seller’s first, and compares at once',
    first: ['decode s0', 'decode s1'],
  },
  { own: 3, what: 'decodes many after the buyer’s, one of which is read meanwhile', first: ['decode a'] },
])('$what', async ({ own, first }) => {
  const database = await openDatabase(`analyse-case-own-${own}`);
  const listing = Array.from({ length: own }, (_, index) => ({ ...handed(`s${index}`), role: 'listing' as const }));
  const claim = claimWith({ evidence: [] as ReturnType<typeof evidence>[] });
  const { caseId } = await storeClaim(database, claim, [handed('a'), handed('b'), ...listing], 'now');
  const nameOf = new Map((await database.getAll('pictures')).map(({ pictureId, name }) => [pictureId, name]));
  const decoded: string[] = [];
  const runs: string[] = [];
  const helper = {
    warm: () => undefined,
    clear: () => undefined,
    drop: () => undefined,
    run: async (id: string, { picture }: CheckInput) => {
      runs.push(`${id} ${picture.name}`);
      // What is read meanwhile does not end before all pictures are decoded.
      if (id === 'reads') await vi.waitFor(() => expect(decoded).toHaveLength(2 + own));
      return { outcome: done({}), elapsedMs: 1 };
    },
  };
  const beside = (id: string, ...needs: Check['needs']): Check => ({
    id,
    version: 1,
    needs,
    readsPixelsAlone: true,
    source: 'test',
    run: () => done({}),
  });
  await analyseCase(caseId, {
    database,
    shelf: new PictureShelf(),
    helper,
    fingerprints: Promise.resolve({ without: () => ({}) }),
    checks: [beside('compares', 'listing', 'ocr'), beside('reads', 'ocr')],
    remembers: false,
    events: {
      ...EVENTS,
      checkStarted: ({ pictureId, check }: RunningCheck) => {
        if (check === 'decode') decoded.push(`decode ${nameOf.get(pictureId)}`);
      },
    },
    now: () => 'now',
  } as unknown as Analysis);
  expect(decoded.slice(0, first.length)).toEqual(first);
  // All of a picture before the next: what reads text cannot be helped with at the end.
  if (own === 2) expect(runs).toEqual(['compares a', 'reads a', 'compares b', 'reads b']);
  // One is read meanwhile, not both: the comparisons come before the second.
  else expect(runs).toEqual(['reads a', 'compares a', 'compares b', 'reads b']);
});

it('tells a check that asks for it which listing picture was altered, once that is known, and nothing where nobody compares', async () => {
  const database = await openDatabase('analyse-case-altered');
  const listing = { ...handed('shop.jpg'), role: 'listing' as const };
  const claim = claimWith({ evidence: [] as ReturnType<typeof evidence>[] });
  const { caseId } = await storeClaim(database, claim, [handed('a.jpg'), handed('b.jpg'), listing], 'now');
  const told: (string | null | undefined)[] = [];
  const asks: Check = {
    id: 'asks',
    version: 1,
    needs: ['altered-listing', 'opencv'],
    source: 'test',
    run: ({ picture, alteredListing }) => {
      told.push(`${picture.name}: ${alteredListing === undefined ? 'unknown' : (alteredListing?.name ?? 'none')}`);
      return done({});
    },
  };
  const compares: Check = {
    id: 'listing-match',
    version: 1,
    needs: ['listing', 'opencv'],
    source: 'test',
    run: ({ picture, listing: [own] }) => {
      const params = { listingId: own?.id ?? '' };
      return done(
        {},
        picture.name === 'a.jpg' ? [{ check: 'listing-match', kind: 'listing-altered', grade: 'proof', params }] : [],
      );
    },
  };
  const analyseWith = (...checks: Check[]) =>
    analyseCase(caseId, {
      database,
      shelf: new PictureShelf(),
      fingerprints: Promise.resolve({ without: () => ({}) }),
      checks,
      remembers: false,
      events: EVENTS,
      now: () => 'now',
    } as unknown as Analysis);
  await analyseWith({ ...asks, id: 'asks-alone' });
  expect(told.splice(0)).toEqual(['a.jpg: unknown', 'b.jpg: unknown']);
  await analyseWith(asks, compares);
  expect(told).toEqual(['a.jpg: shop.jpg', 'b.jpg: none']);
});

it('decodes no picture that a worker was lost at, says why, and looks at the others one after the other', async () => {
  seen.length = 0;
  const { database, caseId } = await caseOfThree('given-up');
  const lost = `${caseId}#e1`;
  const outcome = { status: 'failed' as const, reason: 'check-timed-out', params: { seconds: 60 } };
  await writeResult(database, { pictureId: lost, caseId, check: 'decode', version: GIVEN_UP, outcome, elapsedMs: 0 });
  const steps: string[] = [];
  await analyseCase(caseId, {
    database,
    shelf: new PictureShelf(),
    fingerprints: Promise.resolve({}),
    checks: [checkThatTells('own', 'bytes'), checkThatTells('looks')],
    remembers: false,
    events: {
      ...EVENTS,
      checkStarted: ({ pictureId, check }: RunningCheck) => steps.push(`${check} ${pictureId.slice(-1)}`),
      checkEnded: () => steps.push('-'),
    },
    now: () => 'now',
  } as unknown as Analysis);
  expect(seen.filter((line) => line.endsWith('decoded'))).toEqual(['looks a.jpg decoded', 'looks c.jpg decoded']);
  expect((await database.get('pictures', lost))?.problem).toEqual({
    reason: 'check-timed-out',
    params: { seconds: 60 },
  });
  expect((await database.get('results', [lost, 'looks']))?.outcome).toMatchObject({ status: 'skipped' });
  // No step begins before the one before it has ended.
  for (const [index, step] of steps.entries()) expect(step === '-').toBe(index % 2 === 1);
  expect(steps).toContain('decode 0');
});
