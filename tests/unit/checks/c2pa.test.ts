import { describe, expect, it } from 'vitest';
import { c2pa } from '../../../utils/checks/c2pa.ts';
import type { C2paManifest, C2paReading, C2paReport } from '../../../utils/checks/c2pa-reader.ts';
import type { Finding } from '../../../utils/checks/check.ts';
import { makePicture, type Picture } from '../../../utils/image/picture.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { pngWithChunk, superbox } from '../../fixtures/c2pa/jumbf-bytes.ts';
import { checkInput } from '../../fixtures/check-input.ts';

const STORE = pngWithChunk('caBX', superbox('c2pa', 'c2pa'));
const GENERATED = {
  action: 'c2pa.created',
  sourceType: 'trainedAlgorithmicMedia',
  agent: 'Model 1',
  description: null,
};
const AI_EDIT = { ...GENERATED, action: 'c2pa.edited', sourceType: 'compositeWithTrainedAlgorithmicMedia' };
const CAPTURED = { ...GENERATED, sourceType: 'digitalCapture', agent: null };

function pictureOf(bytes: Uint8Array = STORE): Picture {
  return makePicture({ id: 'p', name: 'p.png', bytes, sha256: '00', type: 'png', pixels: null });
}

function manifest(parts: Partial<C2paManifest> = {}): C2paManifest {
  return {
    role: 'active',
    namedBy: null,
    generator: 'Editor 2',
    signerName: 'Signer',
    signerOrganisation: 'Organisation',
    signedAt: '2026-01-02T03:04:05+00:00',
    binding: 'intact',
    signature: 'valid',
    isSignerTrusted: true,
    certificateAtSigning: 'valid',
    actions: [],
    ingredientCount: 0,
    ...parts,
  };
}

function report(manifests: readonly C2paManifest[]): C2paReport {
  return { manifests, codes: { success: [], informational: [], failure: [] } };
}

async function findingsOf(...readings: readonly (C2paReport | C2paReading)[]): Promise<readonly Finding[]> {
  const { findings } = await runOn(pictureOf(), ...readings);
  return findings;
}

async function runOn(picture: Picture, ...readings: readonly (C2paReport | C2paReading)[]) {
  const answers = readings.map((one): C2paReading => ('status' in one ? one : { status: 'read', report: one }));
  const sizes: number[] = [];
  const reader = {
    trustList: { certificateCount: 2, bundledDate: '2026-08-12', importedAt: null },
    read: async (bytes: Uint8Array) => {
      sizes.push(bytes.length);
      return answers[sizes.length - 1] as C2paReading;
    },
  };
  const outcome = await c2pa.run(checkInput({ picture, c2pa: reader }));
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  for (const { kind, params } of outcome.findings) expectTexts(kind, params);
  return { ...outcome, sizes };
}

/** Every text of a finding exists and leaves no placeholder open. */
function expectTexts(kind: string, params: Finding['params']): void {
  for (const language of LANGUAGES) {
    for (const part of ['title', 'says', 'means', 'meansNot', 'rebuttal']) {
      expect(textIn(language).t(`finding.${kind}.${part}`, params)).not.toMatch(/[{}]|null|undefined/);
    }
  }
}

const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind, grade }) => `${kind} ${grade}`);

describe('the measurements', () => {
  it('keep by which list the signers were judged', async () => {
    const { measured } = await runOn(pictureOf(), report([manifest()]));
    const trustList = { certificateCount: 2, bundledDate: '2026-08-12', importedAt: null };
    expect(measured).toMatchObject({ c2pa: { trustList } });
  });
});

describe('what an intact record says', () => {
  it('is proof of AI generation only with a known signer', async () => {
    const [finding] = await findingsOf(report([manifest({ actions: [GENERATED] })]));
    expect(finding).toEqual({
      check: 'c2pa',
      kind: 'c2pa-ai-trusted',
      grade: 'proof',
      params: {
        generator: 'Model 1',
        signer: 'Organisation / Signer',
        signedAt: '2026-01-02T03:04:05+00:00',
        statement: 'trainedAlgorithmicMedia',
        listDate: '2026-08-12',
      },
    });
    const unknown = manifest({ actions: [GENERATED], isSignerTrusted: false });
    expect(kindsOf(await findingsOf(report([unknown])))).toEqual(['c2pa-ai-unknown-signer strong']);
  });

  it.each(['unknown', 'not-valid'] as const)('is no proof when the certificate was %s at signing', async (state) => {
    const expired = manifest({ actions: [GENERATED], certificateAtSigning: state });
    expect(kindsOf(await findingsOf(report([expired])))).toEqual(['c2pa-ai-unknown-signer strong']);
  });

  it('is at most a clue for an AI edit, however well signed', async () => {
    expect(kindsOf(await findingsOf(report([manifest({ actions: [AI_EDIT] })])))).toEqual([
      'c2pa-ai-edit-trusted clue',
    ]);
    const phoneZoom = { ...AI_EDIT, action: 'c2pa.created' };
    const unknown = manifest({ actions: [phoneZoom], isSignerTrusted: false });
    expect(kindsOf(await findingsOf(report([unknown])))).toEqual(['c2pa-ai-edit-unknown-signer clue']);
    const generatedPatch = { ...GENERATED, action: 'c2pa.placed' };
    expect(kindsOf(await findingsOf(report([manifest({ actions: [generatedPatch] })])))).toEqual([
      'c2pa-ai-edit-trusted clue',
    ]);
  });

  it('speaks for the buyer when a camera signed, also beside an AI edit', async () => {
    expect(kindsOf(await findingsOf(report([manifest({ actions: [CAPTURED] })])))).toEqual([
      'c2pa-camera-capture note',
    ]);
    const unknown = manifest({ actions: [CAPTURED, AI_EDIT], isSignerTrusted: false });
    expect(kindsOf(await findingsOf(report([unknown])))).toEqual([
      'c2pa-ai-edit-unknown-signer clue',
      'c2pa-camera-capture-unknown-signer note',
    ]);
  });

  it.each(['algorithmicMedia', 'compositeSynthetic', 'humanEdits', 'screenCapture', null])(
    'is a note where the source is %s',
    async (sourceType) => {
      const active = manifest({ actions: [{ ...GENERATED, sourceType }], signedAt: null, generator: null });
      expect(kindsOf(await findingsOf(report([active])))).toEqual(['c2pa-signed-record note']);
    },
  );

  it('counts the description of a generator that gives no source type', async () => {
    const described = { ...GENERATED, sourceType: null, description: 'AI Generated Image' };
    const unknown = manifest({ actions: [described], isSignerTrusted: false });
    expect(kindsOf(await findingsOf(report([unknown])))).toEqual(['c2pa-ai-unknown-signer strong']);
  });
});

describe('records of what the file was made from', () => {
  const parent = manifest({ role: 'parent', namedBy: 0, actions: [GENERATED] });

  it('say it for the file, with every signer on the way known', async () => {
    expect(kindsOf(await findingsOf(report([manifest(), parent])))).toEqual(['c2pa-ai-trusted proof']);
    const unknownEditor = manifest({ isSignerTrusted: false });
    expect(kindsOf(await findingsOf(report([unknownEditor, parent])))).toEqual(['c2pa-ai-unknown-signer strong']);
    const forged = { ...parent, isSignerTrusted: false, signerOrganisation: 'Forger' };
    const [finding] = await findingsOf(report([manifest(), forged]));
    expect(finding).toMatchObject({ kind: 'c2pa-ai-unknown-signer', params: { signer: 'Forger / Signer' } });
  });

  it('say nothing when one on the way is not what was signed', async () => {
    const broken = { ...parent, signature: 'broken' as const };
    expect(kindsOf(await findingsOf(report([manifest(), broken])))).toEqual(['c2pa-signed-record note']);
    const tornOff = { ...parent, binding: 'broken' as const };
    expect(kindsOf(await findingsOf(report([manifest(), tornOff])))).toEqual(['c2pa-signed-record note']);
    const grandparent = { ...parent, namedBy: 1 };
    const brokenBetween = manifest({ role: 'parent', namedBy: 0, signature: 'unknown' });
    expect(kindsOf(await findingsOf(report([manifest(), brokenBetween, grandparent])))).toEqual([
      'c2pa-signed-record note',
    ]);
  });

  it('make a picture that took in a generated one an edit', async () => {
    const component = { ...parent, role: 'component' as const };
    expect(kindsOf(await findingsOf(report([manifest(), component])))).toEqual(['c2pa-ai-edit-trusted clue']);
  });

  it('do not vouch for a picture that took in a photograph', async () => {
    const component = manifest({ role: 'component', namedBy: 0, actions: [CAPTURED] });
    expect(kindsOf(await findingsOf(report([manifest(), component])))).toEqual(['c2pa-signed-record note']);
  });
});

describe('a record that does not fit', () => {
  const says = manifest({ actions: [GENERATED, CAPTURED] });

  it('is a clue of its own and says nothing about origin', async () => {
    expect(kindsOf(await findingsOf(report([{ ...says, binding: 'broken' }])))).toEqual([
      'c2pa-changed-after-signing clue',
    ]);
    expect(kindsOf(await findingsOf(report([{ ...says, signature: 'broken' }])))).toEqual(['c2pa-record-changed clue']);
  });

  it('is a note where it could not be checked', async () => {
    expect(kindsOf(await findingsOf(report([{ ...says, binding: 'unknown' }])))).toEqual(['c2pa-not-verifiable note']);
    expect(kindsOf(await findingsOf(report([{ ...says, signature: 'unknown' }])))).toEqual([
      'c2pa-not-verifiable note',
    ]);
    expect(await findingsOf({ status: 'unreadable', error: 'JumbfParseError' })).toEqual([
      { check: 'c2pa', kind: 'c2pa-not-verifiable', grade: 'note', params: { error: 'JumbfParseError' } },
    ]);
  });

  it('is looked at again without what stands after the end of the picture', async () => {
    const appended = pictureOf(new Uint8Array([...STORE, ...new Uint8Array(500)]));
    const broken = report([manifest({ binding: 'broken' })]);
    const read = await runOn(appended, broken, report([manifest()]));
    expect(kindsOf(read.findings)).toEqual(['c2pa-signed-record note']);
    expect(read.sizes).toEqual([STORE.length + 500, STORE.length]);
    expect(read.measured).toMatchObject({ c2pa: { ignoredBytes: 500 } });
    const stillBroken = await runOn(appended, broken, broken);
    expect(kindsOf(stillBroken.findings)).toEqual(['c2pa-changed-after-signing clue']);
  });
});

describe('a file without a record', () => {
  it.each([
    ['no chunk for one', pngWithChunk('tEXt', superbox('c2pa', 'c2pa'))],
    ['the letters alone', pngWithChunk('caBX', Buffer.from('....c2pa....jumb....c2pa'))],
    ['another kind of JUMBF', pngWithChunk('caBX', superbox('json', 'c2pa'))],
    ['one after the end of the picture', new Uint8Array([...pngWithChunk('tEXt', Buffer.alloc(1)), ...STORE])],
  ])('is skipped before the reader is loaded: %s', async (_name, bytes) => {
    const picture = pictureOf(bytes);
    expect(c2pa.reasonToSkip?.(picture)).toBe('no-manifest');
    expect(await c2pa.run(checkInput({ picture }))).toEqual({ status: 'skipped', reason: 'no-manifest' });
  });

  it('reads on where there is one', () => {
    expect(c2pa.reasonToSkip?.(pictureOf())).toBeNull();
  });
});
