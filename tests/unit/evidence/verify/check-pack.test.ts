import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MANIFEST_NAME, manifestText, rootHashOf } from '../../../../utils/evidence/manifest.ts';
import { checkPack } from '../../../../utils/evidence/verify/check-pack.ts';
import { readZip } from '../../../../utils/evidence/verify/read-pack.ts';
import { ZipStream } from '../../../../utils/evidence/zip-stream.ts';

/** A picture that holds the marks by which ZIP readers that search for headers are led astray. */
const POLYGLOT = new Uint8Array([
  0xff, 0xd8, 0x50, 0x4b, 0x07, 0x08, 1, 2, 3, 4, 0x50, 0x4b, 0x03, 0x04, 9, 9, 0x50, 0x4b, 0x01, 0x02, 0x50, 0x4b,
  0x05, 0x06, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

async function pack(extra: Record<string, string> = {}): Promise<{ zip: Blob; manifest: string }> {
  const stream = new ZipStream(new Date('2026-11-21T10:00:00Z'));
  await stream.add('originals/buyer-01.jpg', new Blob([POLYGLOT]));
  await stream.add('report.html', '<p>报告</p>'.repeat(1000));
  for (const [name, content] of Object.entries(extra)) await stream.add(name, content);
  const manifest = manifestText(stream.files);
  await stream.add(MANIFEST_NAME, manifest);
  return { zip: stream.end(), manifest };
}

it('finds a whole pack whole, and hashes what sha256sum hashes', async () => {
  const { zip, manifest } = await pack();
  const found = await readZip(zip);
  expect(found.get('originals/buyer-01.jpg')?.sha256).toBe(createHash('sha256').update(POLYGLOT).digest('hex'));
  expect(checkPack(found)).toEqual({
    rootHash: rootHashOf(manifest),
    same: ['originals/buyer-01.jpg', 'report.html'],
    changed: [],
    missing: [],
    added: [],
    timestamps: [],
  });
  expect(rootHashOf(manifest)).toBe(createHash('sha256').update(manifest).digest('hex'));
});

it('takes a text that comes in pieces', async () => {
  const stream = new ZipStream(new Date('2026-11-21T10:00:00Z'));
  async function* pieces() {
    yield '报';
    yield '告';
  }
  const digest = await stream.add('report.html', pieces());
  expect(digest).toBe(createHash('sha256').update('报告').digest('hex'));
  expect((await readZip(stream.end())).get('report.html')?.sha256).toBe(digest);
});

it('names what was changed, taken out and added', async () => {
  const found = await readZip((await pack()).zip);
  found.set('originals/buyer-01.jpg', { sha256: 'f'.repeat(64), bytes: null });
  found.delete('report.html');
  found.set('originals/more.jpg', { sha256: 'e'.repeat(64), bytes: null });
  expect(checkPack(found)).toMatchObject({
    changed: ['originals/buyer-01.jpg'],
    missing: ['report.html'],
    added: ['originals/more.jpg'],
  });
});

it('sees one changed byte in the ZIP', async () => {
  const bytes = new Uint8Array(await (await pack()).zip.arrayBuffer());
  const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xd8);
  bytes[at + 6] = 99;
  expect(checkPack(await readZip(new Blob([bytes]))).changed).toEqual(['originals/buyer-01.jpg']);
});

it('says how many files an earlier timestamp covers, and when the answer is about something else', async () => {
  const earlier = (await pack()).manifest;
  const answer = `DER ${String.fromCharCode(...Buffer.from(rootHashOf(earlier), 'hex'))}`;
  const files = await readZip((await pack()).zip);
  files.set('timestamps/a.manifest.sha256', { sha256: '', bytes: new TextEncoder().encode(earlier) });
  files.set('timestamps/a.tsr', { sha256: '', bytes: Buffer.from(answer, 'latin1') });
  files.set('timestamps/b.tsr', { sha256: '', bytes: Buffer.from('other') });
  expect(checkPack(files).timestamps).toEqual([
    { name: 'timestamps/a.tsr', namesManifest: true, covered: 2 },
    { name: 'timestamps/b.tsr', namesManifest: false, covered: 0 },
  ]);
});

it.each([
  ['text', 'not a pack'],
  ['nothing', ''],
])('refuses %s', async (_, content) => {
  await expect(readZip(new Blob([content]))).rejects.toThrow('not a ZIP');
});

it('takes no ZIP in which two files have one name', async () => {
  const bytes = new Uint8Array(await (await pack({ 'report.htmk': 'another report' })).zip.arrayBuffer());
  // The names in the directory and before the content: `htmk` becomes `html`.
  const at = new TextDecoder('latin1').decode(bytes);
  for (let from = at.indexOf('htmk'); from >= 0; from = at.indexOf('htmk', from + 1)) bytes[from + 3] = 0x6c;
  await expect(readZip(new Blob([bytes]))).rejects.toThrow('report.html: twice');
});

it('does not write two files of one name', async () => {
  await expect(pack({ 'report.html': 'again' })).rejects.toThrow('report.html');
});
