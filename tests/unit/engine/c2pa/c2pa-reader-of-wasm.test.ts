import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { c2pa } from '../../../../utils/checks/c2pa.ts';
import type { C2paReader, C2paReading } from '../../../../utils/checks/c2pa-reader.ts';
import { findBytes } from '../../../../utils/image/find-bytes.ts';
import { makePicture } from '../../../../utils/image/picture.ts';
import { type ImageType, sniffImageType } from '../../../../utils/image/sniff-image-type.ts';
import { pngWithChunk, superbox } from '../../../fixtures/c2pa/jumbf-bytes.ts';
import { loadC2pa } from '../../../fixtures/c2pa/load-c2pa.ts';
import { type PictureToSign, SOURCE_TYPES, signPicture } from '../../../fixtures/c2pa/sign-picture.ts';
import { makeSigningAuthority, type Signer, type SigningAuthority } from '../../../fixtures/c2pa/signing-authority.ts';
import { checkInput } from '../../../fixtures/check-input.ts';
import { CORPUS_FOLDER } from '../../../fixtures/corpus-folder.ts';
import { cosinePicture } from '../../../fixtures/cosine-picture.ts';
import { utf8 } from '../../../fixtures/files/bytes.ts';
import { makeAvi } from '../../../fixtures/files/make-avi.ts';
import { makeMp4 } from '../../../fixtures/files/make-bmff.ts';

const CREATED_BY_AI = { action: 'c2pa.created', digitalSourceType: `${SOURCE_TYPES}trainedAlgorithmicMedia` };
const CREATED_BY_CAMERA = { action: 'c2pa.created', digitalSourceType: `${SOURCE_TYPES}digitalCapture` };

let authority: SigningAuthority;
let signer: Signer;
let jpeg: Uint8Array;
let trusting: C2paReader;
let trustingNobody: C2paReader;
const network = vi.fn(() => {
  throw new Error('The C2PA reader asked for the network');
});

beforeAll(async () => {
  authority = await makeSigningAuthority('Test Authority');
  signer = await authority.makeSigner();
  const { width, height, rgba } = cosinePicture(7);
  jpeg = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .jpeg()
    .toBuffer();
  trusting = await loadC2pa(authority.rootPem);
  trustingNobody = await loadC2pa();
  vi.stubGlobal('fetch', network);
});

afterAll(() => {
  expect(network).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

const signed = (parts: Partial<PictureToSign> & Pick<PictureToSign, 'actions'>) =>
  signPicture({ bytes: jpeg, signer, ...parts });

function reportIn(reading: C2paReading) {
  if (reading.status !== 'read') throw new Error(`unreadable: ${reading.error}`);
  return reading.report;
}

async function bindingOf(bytes: Uint8Array) {
  return reportIn(await trusting.read(bytes, 'jpeg')).manifests[0]?.binding;
}

async function kindsOf(bytes: Uint8Array, reader = trusting): Promise<string[]> {
  const type = sniffImageType(bytes);
  const picture = makePicture({ id: 'p', name: 'p', bytes, sha256: '00', type, pixels: null });
  const outcome = await c2pa.run(checkInput({ picture, c2pa: reader }));
  if (outcome.status === 'skipped') return [`skipped ${outcome.reason}`];
  return outcome.findings.map(({ kind, grade }) => `${kind} ${grade}`);
}

/** Turns one bit of the last quarter of the file: within the entropy-coded data of the JPEG. */
function withOneBitTurned(bytes: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes);
  const at = Math.floor(bytes.length * 0.9);
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
}

describe('a video', () => {
  it.each([
    ['video/mp4', makeMp4('a', utf8('b'))],
    ['video/avi', makeAvi([])],
  ] as const)('of type %s is verified like a picture', async (type, bytes) => {
    const whole = await signed({ bytes, type, actions: [CREATED_BY_AI] });
    expect(await kindsOf(whole)).toEqual(['c2pa-ai-trusted proof']);
    expect(await kindsOf(whole, trustingNobody)).toEqual(['c2pa-ai-unknown-signer strong']);
    const changed = whole.slice();
    changed[findBytes(changed, 'frame')] = 0x78;
    expect(await kindsOf(changed)).toEqual(['c2pa-changed-after-signing clue']);
  });
});

describe('the four facts', () => {
  it('are all there for a file as it was signed by a known signer', async () => {
    const actions = [{ ...CREATED_BY_AI, softwareAgent: { name: 'Model 3' } }];
    const report = reportIn(await trusting.read(await signed({ actions }), 'jpeg'));
    expect(report.manifests).toEqual([
      {
        role: 'active',
        namedBy: null,
        generator: 'Test Generator',
        signerName: 'Signer',
        signerOrganisation: 'Test Authority',
        signedAt: null,
        binding: 'intact',
        signature: 'valid',
        isSignerTrusted: true,
        certificateAtSigning: 'valid',
        actions: [
          { action: 'c2pa.created', sourceType: 'trainedAlgorithmicMedia', agent: 'Model 3', description: null },
        ],
        ingredientCount: 0,
      },
    ]);
  });

  it('tell a known signer from one that is on no list', async () => {
    const bytes = await signed({ actions: [CREATED_BY_AI] });
    expect(await kindsOf(bytes)).toEqual(['c2pa-ai-trusted proof']);
    expect(await kindsOf(bytes, trustingNobody)).toEqual(['c2pa-ai-unknown-signer strong']);
    const stranger = await (await makeSigningAuthority('Stranger')).makeSigner();
    const forged = await signed({ actions: [CREATED_BY_AI], signer: stranger });
    expect(await kindsOf(forged)).toEqual(['c2pa-ai-unknown-signer strong']);
  });

  it('do not take an expired certificate for a changed file', async () => {
    const expired = await authority.makeSigner({ notAfter: new Date('2021-01-01T00:00:00Z') });
    const bytes = await signed({ actions: [CREATED_BY_CAMERA], signer: expired });
    const report = reportIn(await trusting.read(bytes, 'jpeg'));
    expect(report.manifests).toMatchObject([{ binding: 'intact', signature: 'valid' }]);
    expect(report.manifests[0]?.certificateAtSigning).not.toBe('valid');
    expect(await kindsOf(bytes)).toEqual(['c2pa-camera-capture-unknown-signer note']);
  });

  it('see one turned bit, and then take no word of the record', async () => {
    const changed = withOneBitTurned(await signed({ actions: [CREATED_BY_AI] }));
    expect(await bindingOf(changed)).toBe('broken');
    expect(await kindsOf(changed)).toEqual(['c2pa-changed-after-signing clue']);
  });

  it('see a statement that was rewritten after signing', async () => {
    const bytes = await signed({ actions: [CREATED_BY_AI] });
    const at = Buffer.from(bytes).indexOf('trainedAlgorithmicMedia');
    bytes.set(Buffer.from('digitalCapture---------'), at);
    expect(await kindsOf(bytes)).toEqual(['c2pa-record-changed clue']);
  });

  it('do not carry a record over to another picture', async () => {
    const ai = Buffer.from(await signed({ actions: [CREATED_BY_AI] }));
    const other = cosinePicture(8);
    const photo = await sharp(other.rgba, { raw: { width: other.width, height: other.height, channels: 4 } })
      .jpeg()
      .toBuffer();
    const store = ai.subarray(2, ai.indexOf(Buffer.from([0xff, 0xdb])));
    const planted = new Uint8Array(Buffer.concat([photo.subarray(0, 2), store, photo.subarray(2)]));
    expect(await kindsOf(planted)).toEqual(['c2pa-changed-after-signing clue']);
  });

  it('are kept when an app appends data after the picture', async () => {
    const bytes = await signed({ actions: [CREATED_BY_CAMERA] });
    const appended = new Uint8Array([...bytes, ...Buffer.from('data of a gallery app')]);
    expect(await bindingOf(appended)).toBe('broken');
    expect(await kindsOf(appended)).toEqual(['c2pa-camera-capture note']);
  });
});

describe('records of records', () => {
  const opened = { action: 'c2pa.opened' };

  it('follows a parent, and keeps what it was signed by', async () => {
    const bytes = await signed({ actions: [CREATED_BY_AI], generator: 'Model' });
    const edited = await signed({
      actions: [],
      ingredients: [{ relationship: 'parentOf', bytes }],
      generator: 'Editor',
    });
    const report = reportIn(await trusting.read(edited, 'jpeg'));
    expect(report.manifests).toMatchObject([
      { role: 'active', generator: 'Editor', ingredientCount: 1 },
      { role: 'parent', namedBy: 0, generator: 'Model', signature: 'valid', isSignerTrusted: true },
    ]);
    expect(await kindsOf(edited)).toEqual(['c2pa-ai-trusted proof']);
    expect(await kindsOf(edited, trustingNobody)).toEqual(['c2pa-ai-unknown-signer strong']);
  });

  it('does not make proof of a forged parent by opening it in a trusted editor', async () => {
    const stranger = await (await makeSigningAuthority('Stranger')).makeSigner();
    const forged = await signed({ actions: [CREATED_BY_AI], signer: stranger });
    const washed = await signed({ actions: [], ingredients: [{ relationship: 'parentOf', bytes: forged }] });
    expect(await kindsOf(washed)).toEqual(['c2pa-ai-unknown-signer strong']);
  });

  it('takes no word of a parent that was changed, in its record or in its picture', async () => {
    const bytes = await signed({ actions: [CREATED_BY_AI] });
    const rewritten = new Uint8Array(bytes);
    rewritten.set(Buffer.from('digitalCapture---------'), Buffer.from(bytes).indexOf('trainedAlgorithmicMedia'));
    const fromRewritten = await signed({ actions: [], ingredients: [{ relationship: 'parentOf', bytes: rewritten }] });
    expect(reportIn(await trusting.read(fromRewritten, 'jpeg')).manifests[1]).toMatchObject({ signature: 'broken' });
    expect(await kindsOf(fromRewritten)).toEqual(['c2pa-signed-record note']);
    const ingredients = [{ relationship: 'parentOf' as const, bytes: withOneBitTurned(bytes) }];
    const fromChanged = await signed({ actions: [], ingredients });
    expect(reportIn(await trusting.read(fromChanged, 'jpeg')).manifests[1]).toMatchObject({ binding: 'broken' });
    expect(await kindsOf(fromChanged)).toEqual(['c2pa-signed-record note']);
  });

  it('reads a generated picture within another as an edit, and one that was only input as nothing', async () => {
    const bytes = await signed({ actions: [CREATED_BY_AI] });
    const placed = await signed({
      actions: [{ ...CREATED_BY_AI, digitalSourceType: `${SOURCE_TYPES}digitalCreation` }],
      ingredients: [{ relationship: 'componentOf', bytes }],
    });
    expect(await kindsOf(placed)).toEqual(['c2pa-ai-edit-trusted clue']);
    const input = await signed({
      actions: [{ ...CREATED_BY_AI, digitalSourceType: `${SOURCE_TYPES}digitalCreation` }],
      ingredients: [{ relationship: 'inputTo', bytes }],
    });
    expect(await kindsOf(input)).toEqual(['c2pa-signed-record note']);
  });

  it('keeps a long history within bounds', async () => {
    const actions = [
      opened,
      ...Array.from({ length: 300 }, () => ({ action: 'c2pa.edited', description: 'x'.repeat(500) })),
    ];
    const report = reportIn(
      await trusting.read(await signed({ actions, ingredients: [{ relationship: 'parentOf', bytes: jpeg }] }), 'jpeg'),
    );
    expect(report.manifests[0]?.actions.length).toBeLessThanOrEqual(40);
    expect(JSON.stringify(report).length).toBeLessThan(20_000);
  });
});

describe('hostile records end in an answer', () => {
  const claim = (cbor: Uint8Array) =>
    superbox(
      'c2pa',
      'c2pa',
      superbox(
        'c2ma',
        'urn:uuid:1',
        superbox('c2as', 'c2pa.assertions', superbox('cbor', 'a', boxOf('cbor', cbor))),
        superbox('c2cl', 'c2pa.claim', boxOf('cbor', cbor)),
        superbox('c2cs', 'c2pa.signature', boxOf('cbor', Buffer.from([0x80]))),
      ),
    );
  const boxOf = (type: string, content: Uint8Array) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(content.length + 8);
    header.write(type, 4, 'latin1');
    return Buffer.concat([header, content]);
  };
  const nested = (depth: number) => {
    let inner: Buffer = Buffer.alloc(0);
    for (let level = 0; level < depth; level++) inner = superbox('c2ma', 'x', inner);
    return superbox('c2pa', 'c2pa', inner);
  };

  it.each([
    ['nothing but the store', superbox('c2pa', 'c2pa')],
    ['superboxes, 2000 deep', nested(2000)],
    ['lists, a million deep', claim(Buffer.concat([Buffer.alloc(1_000_000, 0x81), Buffer.from([0])]))],
    ['a list of 2^40 items', claim(Buffer.from([0x9b, 0, 0, 1, 0, 0, 0, 0, 0]))],
    ['a text of 2^36 bytes', claim(Buffer.from([0x7b, 0, 0, 0, 0x10, 0, 0, 0, 0]))],
    [
      '100,000 records',
      superbox('c2pa', 'c2pa', Buffer.concat(Array.from({ length: 100_000 }, () => superbox('c2ma', 'x')))),
    ],
  ])('%s', async (_name, store) => {
    expect(await kindsOf(pngWithChunk('caBX', store))).toEqual(['c2pa-not-verifiable note']);
  });

  it('and the reader works on after them', async () => {
    expect(await kindsOf(await signed({ actions: [CREATED_BY_AI] }))).toEqual(['c2pa-ai-trusted proof']);
  });

  it('never throws, nor believes more than before, whatever bytes of a record are changed', async () => {
    const original = await signed({ actions: [CREATED_BY_CAMERA] });
    const start = Buffer.from(original).indexOf('jumb');
    const change = fc.tuple(fc.nat(6000), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = new Uint8Array(original);
        for (const [offset, value] of changes) bytes[start + offset] = value;
        const kinds = await kindsOf(bytes);
        expect(kinds.filter((kind) => kind.includes('-ai-'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(CORPUS_FOLDER === null)('real files', () => {
  const folder = join(CORPUS_FOLDER ?? '', 'c2pa');
  const sdk = 'contentauth_c2pa-rs/sdk/tests/fixtures';
  const media = 'microsoft_c2pa-extension-validator/test/media';

  it.each([
    [`${media}/DALL-E_cloud_surfing_puppy.webp`, 'c2pa-ai-unknown-signer strong'],
    [`${media}/bing_creator_cloud_surfing_puppy.jpg`, 'c2pa-ai-unknown-signer strong'],
    [`${sdk}/ocsp.jpg`, 'c2pa-ai-edit-unknown-signer clue'],
    [`${sdk}/C.jpg`, 'c2pa-signed-record note'],
    [`${sdk}/C_with_CAWG_data.jpg`, 'c2pa-camera-capture-unknown-signer note'],
    [`${sdk}/update_manifest.jpg`, 'c2pa-signed-record note'],
    [`${sdk}/XCA.jpg`, 'c2pa-changed-after-signing clue'],
    [`${sdk}/E-sig-CA.jpg`, 'c2pa-record-changed clue'],
    [`${sdk}/prerelease.jpg`, 'c2pa-not-verifiable note'],
    [`${sdk}/cloud.jpg`, 'skipped no-manifest'],
    [`${media}/cards_expired_without_timestamp.jpg`, 'c2pa-signed-record note'],
    [`${media}/cards_trusted.avif`, 'c2pa-signed-record note'],
  ])('%s: %s', async (file, expected) => {
    expect(await kindsOf(readFileSync(join(folder, file)), trustingNobody)).toEqual([expected]);
  });
});

it('answers for types that it does not know', async () => {
  expect(await trusting.read(new Uint8Array(8), 'bmp' satisfies ImageType)).toEqual({
    status: 'unreadable',
    error: 'UnsupportedType',
  });
});
