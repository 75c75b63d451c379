import { holdsC2paManifest } from '../image/c2pa-container.ts';
import { containerOf, videoTypeOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';
import type { ImageType } from '../image/sniff-image-type.ts';
import type { VideoType } from '../image/sniff-video-type.ts';
import { type C2paOrigin, originsOf } from './c2pa-origin.ts';
import type { C2paManifest, C2paReader, C2paReading, C2paReport, TrustListUsed } from './c2pa-reader.ts';
import { type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { JsonObject } from './json.ts';
import type { Grade } from './verdict.ts';

/** Stands where the record gives no name or time. */
const NO_NAME = '—';

/** Kind and grade of what a record says, by whether its signers are known. docs/c2pa.md argues each. */
const ORIGIN_FINDINGS: Readonly<
  Record<C2paOrigin['kind'], { readonly trusted: [kind: string, Grade]; readonly unknown: [kind: string, Grade] }>
> = {
  'ai-generated': { trusted: ['c2pa-ai-trusted', 'proof'], unknown: ['c2pa-ai-unknown-signer', 'strong'] },
  'ai-edited': { trusted: ['c2pa-ai-edit-trusted', 'clue'], unknown: ['c2pa-ai-edit-unknown-signer', 'clue'] },
  'camera-capture': {
    trusted: ['c2pa-camera-capture', 'note'],
    unknown: ['c2pa-camera-capture-unknown-signer', 'note'],
  },
};

/**
 * Content Credentials: whether the signed record in a file belongs to these bytes and to whom, and what it says about
 * the picture's origin. It cannot tell whether a record without a known signer is honest, nor anything about a file
 * without a record. A record that does not fit the file any more says nothing about where its picture came from.
 */
export const c2pa = defineCheck({
  id: 'c2pa',
  version: 2,
  needs: ['received-file', 'c2pa'],
  source: 'C2PA Technical Specification 2.2; IPTC Digital Source Type NewsCodes',
  reasonToSkip,
  async run(input): Promise<CheckOutcome> {
    const { picture } = input;
    const type = picture.type ?? videoTypeOf(picture);
    const reason = reasonToSkip(picture);
    if (type === null || reason) return skipped(reason ?? 'no-manifest');
    const { reading, ignoredBytes } = await readManifest(picture, type, input.c2pa);
    if (reading.status === 'unreadable') {
      const { error } = reading;
      return done({ c2pa: { status: 'unreadable', error } }, [finding('c2pa-not-verifiable', 'note', { error })]);
    }
    const { trustList } = input.c2pa;
    return done(
      { c2pa: { status: 'read', ignoredBytes, trustList, ...reading.report } },
      findingsOf(reading.report, dateOf(trustList)),
    );
  },
});

function reasonToSkip(picture: Picture): string | null {
  const container = containerOf(picture);
  return container && holdsC2paManifest(picture.bytes, container) ? null : 'no-manifest';
}

/**
 * Reads the file as it is; where that no longer fits and something stands after the picture's end, also without it.
 * Gallery and chat apps append data that no decoder shows: this must not read as a changed picture.
 */
async function readManifest(
  picture: Picture,
  type: ImageType | VideoType,
  reader: C2paReader,
): Promise<{ reading: C2paReading; ignoredBytes: number }> {
  const reading = await reader.read(picture.bytes, type);
  const endOffset = containerOf(picture)?.endOffset ?? picture.bytes.length;
  if (reading.status === 'read' && bindingOf(reading.report) === 'broken' && endOffset < picture.bytes.length) {
    const trimmed = await reader.read(picture.bytes.subarray(0, endOffset), type);
    if (trimmed.status === 'read' && bindingOf(trimmed.report) === 'intact') {
      return { reading: trimmed, ignoredBytes: picture.bytes.length - endOffset };
    }
  }
  return { reading, ignoredBytes: 0 };
}

/** The day of the list that a finding names; that of the extension's own where both are in force. */
function dateOf({ bundledDate, importedAt }: TrustListUsed): string {
  return bundledDate ?? importedAt?.slice(0, 10) ?? NO_NAME;
}

function findingsOf(report: C2paReport, listDate: string): Finding[] {
  const active = report.manifests[0] as C2paManifest;
  const params = paramsOf(active);
  if (active.signature === 'broken') return [finding('c2pa-record-changed', 'clue', params)];
  if (active.binding === 'broken') return [finding('c2pa-changed-after-signing', 'clue', params)];
  if (active.binding === 'unknown' || active.signature === 'unknown') {
    return [finding('c2pa-not-verifiable', 'note', { error: report.codes.failure[0] ?? 'hard-binding' })];
  }
  const origins = originsOf(report);
  if (origins.length === 0) return [finding('c2pa-signed-record', 'note', params)];
  return origins.map(({ kind, action, statedIn, signedBy, isTrusted }) => {
    const [id, grade] = ORIGIN_FINDINGS[kind][isTrusted ? 'trusted' : 'unknown'];
    const { sourceType, description, agent } = action;
    return finding(id, grade, {
      ...paramsOf(signedBy),
      generator: agent ?? statedIn.generator ?? NO_NAME,
      statement: sourceType ?? description,
      listDate,
    });
  });
}

function bindingOf({ manifests }: C2paReport): C2paManifest['binding'] {
  return (manifests[0] as C2paManifest).binding;
}

/** Names as the record gives them. */
function paramsOf({ generator, signerName, signerOrganisation, signedAt }: C2paManifest): JsonObject {
  const signer = [...new Set([signerOrganisation, signerName])].filter((name) => name !== null).join(' / ');
  return { generator: generator ?? NO_NAME, signer: signer || NO_NAME, signedAt: signedAt ?? NO_NAME };
}

function finding(kind: string, grade: Grade, params: JsonObject): Finding {
  return { check: 'c2pa', kind, grade, params };
}
