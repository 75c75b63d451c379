import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/checks/check.ts';
import { file } from '../../../utils/checks/file.ts';
import { metadata } from '../../../utils/checks/metadata.ts';
import { readDimensions } from '../../../utils/image/read-dimensions.ts';
import { sniffImageType } from '../../../utils/image/sniff-image-type.ts';
import { CORPUS_FOLDER } from '../../fixtures/corpus-folder.ts';
import { pictureOfBytes, runCheck } from '../../fixtures/files/run-check.ts';

const KIND_BY_LABEL: Readonly<Record<string, string>> = {
  POS_TC260: 'tc260-label',
  POS_A1111: 'generator-parameters',
  POS_COMFYUI: 'generator-parameters',
  POS_INVOKEAI: 'generator-parameters',
  POS_NOVELAI: 'generator-parameters',
  'POS_NOVELAI+STEALTH': 'generator-parameters',
  POS_SWARMUI: 'generator-parameters',
};
/** Camera, shop and web pictures, parser fixtures, and broken files: none of them declares AI. */
const WITHOUT_DECLARATION = ['genuine', 'metadata', 'hash', 'malformed'];

const folder = CORPUS_FOLDER ?? '';
const manifest = CORPUS_FOLDER
  ? readFileSync(join(folder, 'manifest.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([path = '', , , , , label = '', , verified = '']) => ({ path, label, verified }))
  : [];

async function findingsOf(path: string): Promise<readonly Finding[]> {
  const picture = pictureOfBytes(new Uint8Array(readFileSync(join(folder, path))), path);
  return [...(await runCheck(file, picture)).findings, ...(await runCheck(metadata, picture)).findings];
}

const counted = (findings: readonly Finding[]): string[] =>
  findings.filter(({ grade }) => grade !== 'note').map(({ kind, grade }) => `${kind} ${grade}`);

function filesUnder(path: string): string[] {
  return readdirSync(join(folder, path)).flatMap((name) => {
    const inner = join(path, name);
    return statSync(join(folder, inner)).isDirectory() ? filesUnder(inner) : [inner];
  });
}

describe.skipIf(!CORPUS_FOLDER)('real files', () => {
  it('that declare AI are found and graded', async () => {
    const declared = manifest.filter(({ label }) => label in KIND_BY_LABEL);
    expect(declared.length).toBeGreaterThan(40);
    const missed: string[] = [];
    for (const { path, label } of declared) {
      const kinds = counted(await findingsOf(path));
      if (kinds.length !== 1 || kinds[0] !== `${KIND_BY_LABEL[label]} strong`) missed.push(`${label} ${path} ${kinds}`);
    }
    expect(missed).toEqual([]);
  });

  it.each(WITHOUT_DECLARATION)('in %s/ give nothing above a note, and always an answer', async (name) => {
    const files = filesUnder(name);
    expect(files.length).toBeGreaterThan(50);
    const alarms: string[] = [];
    for (const path of files) {
      const kinds = counted(await findingsOf(path));
      if (kinds.length > 0) alarms.push(`${path} ${kinds}`);
    }
    expect(alarms).toEqual([]);
  });

  it('of a generator whose record was removed say nothing', async () => {
    const clean = manifest.filter(({ label }) => label === 'AI_NO_MACHINE_LABEL' || label.startsWith('NEG_CAMERA'));
    expect(clean.length).toBeGreaterThan(15);
    for (const { path } of clean) expect([path, counted(await findingsOf(path))]).toEqual([path, []]);
  });

  it('with a manifest that does not say AI get a note that it is unverified', async () => {
    const signed = manifest.filter(({ label }) => label === 'NEG_C2PA_NOT_AI');
    expect(signed.length).toBeGreaterThan(20);
    for (const { path } of signed) {
      const kinds = (await findingsOf(path)).map(({ kind }) => kind);
      expect([path, kinds.includes('c2pa-present'), counted(await findingsOf(path))]).toEqual([path, true, []]);
    }
  });

  it('hide parameters in pixels that are read back', async () => {
    const hidden = manifest.filter(({ label }) => label.includes('STEALTH'));
    expect(hidden.length).toBeGreaterThan(1);
    for (const { path } of hidden) {
      const bytes = new Uint8Array(readFileSync(join(folder, path)));
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      const pixels = { width, height, sourceWidth: width, sourceHeight: height, rgba: new Uint8ClampedArray(data) };
      const { findings } = await runCheck(metadata, pictureOfBytes(bytes, path, pixels));
      expect(findings).toMatchObject([{ kind: 'generator-parameters', grade: 'strong' }]);
    }
  });

  it('declare the size that they decode to', () => {
    const decoded = manifest.flatMap(({ path, verified }) => {
      const match = /^"?decodes (?!TIFF)\w+ (\d+)x(\d+)/.exec(verified);
      return match ? [{ path, width: Number(match[1]), height: Number(match[2]) }] : [];
    });
    expect(decoded.length).toBeGreaterThan(700);
    for (const { path, width, height } of decoded) {
      const bytes = new Uint8Array(readFileSync(join(folder, path)));
      const type = sniffImageType(bytes);
      expect([path, type && readDimensions(bytes, type)]).toEqual([path, { width, height }]);
    }
  });
});
