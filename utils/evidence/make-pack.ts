import { renderSVG } from 'uqr';
import type { CaseDatabase } from '../cases/database.ts';
import { readPictureBytes } from '../cases/read-case-view.ts';
import { textIn } from '../text/text.ts';
import { analysisRecord } from './analysis-record.ts';
import { jsonText } from './json-text.ts';
import { MANIFEST_NAME, manifestText, rootHashOf } from './manifest.ts';
import { addOriginals } from './pack-originals.ts';
import { addPage } from './pack-page.ts';
import type { PackRequest } from './pack-request.ts';
import { readCaseForPack } from './read-case-for-pack.ts';
import { longPictures } from './report/long-picture.ts';
import { reportHtml } from './report/report-html.ts';
import { reportOfCase } from './report/report-of-case.ts';
import { packTimestamps } from './timestamp/pack-timestamps.ts';
import { verifyPageHtml } from './verify/verify-page-html.ts';
import { ZipStream } from './zip-stream.ts';

export interface PackOptions extends Omit<PackRequest, 'caseId' | 'database'> {
  /** The verifier's script, to be put into `verify.html`. */
  readonly verifierScript: string;
  /** Called with the share that is done, from 0 to 1. */
  onProgress(done: number): void;
}

export interface EvidencePack {
  readonly zip: Blob;
  /** SHA-256 of the manifest: what a timestamp authority is asked to sign. */
  readonly rootHash: string;
  readonly manifest: string;
  /** Names inside the pack of originals that state where they were taken. */
  readonly withPosition: readonly string[];
}

/**
 * Writes a case's evidence pack: originals as received, what the page said, the report as page and as picture, everything
 * measured, and a manifest that `sha256sum -c` and `verify.html` check without a network.
 * @returns null when the case is not stored
 */
export async function makePack(
  database: CaseDatabase,
  caseId: string,
  options: PackOptions,
): Promise<EvidencePack | null> {
  const found = await readCaseForPack(database, caseId);
  if (!found) return null;
  const { view, stored, pictures, pageShot } = found;
  const text = textIn(options.language);
  const zip = new ZipStream(new Date(options.madeAt));
  const steps = pictures.length + view.pictures.length + 3;
  let stepsDone = 0;
  const advance = (): void => {
    options.onProgress(++stepsDone / steps);
  };

  const { names, withPosition } = await addOriginals(zip, pictures, view.packing, advance);
  await addPage(zip, stored.claim, pageShot, text);
  const record = analysisRecord(found, names, {
    at: options.madeAt,
    version: options.version,
  });
  await zip.add('analysis.json', jsonText(record));
  advance();

  const report = await reportOfCase(view, text, {
    open: async (pictureId) => {
      const bytes = await readPictureBytes(database, pictureId);
      if (view.pictures.some((picture) => picture.pictureId === pictureId)) advance();
      // A picture that the browser cannot decode has its line in the report and no image.
      return bytes && createImageBitmap(bytes).catch(() => null);
    },
    pageShot,
    blurred: options.blurred,
    madeAt: options.madeAt,
    version: options.version,
  });
  await zip.add('report.html', reportHtml(report));
  const long = await longPictures(report);
  for (const [index, picture] of long.entries())
    await zip.add(long.length === 1 ? 'report.jpg' : `report-${index + 1}.jpg`, picture);
  await zip.add('verify.html', verifyPageHtml(options.verifierScript, text));
  for (const { name, content } of await packTimestamps(database, caseId)) await zip.add(name, content);
  advance();

  const manifest = manifestText(zip.files);
  const rootHash = rootHashOf(manifest);
  await zip.add(MANIFEST_NAME, manifest);
  await zip.add('root-hash.txt', `${text.t('pack.rootHashFile', { hash: rootHash })}\n`);
  await zip.add('root-hash.svg', renderSVG(rootHash));
  options.onProgress(1);
  return { zip: zip.end(), rootHash, manifest, withPosition };
}
