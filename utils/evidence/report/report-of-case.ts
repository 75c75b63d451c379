import type { CaseView, FindingView, PictureView } from '../../cases/case-view.ts';
import type { StoredPageShot } from '../../cases/page-shots.ts';
import { countedGrade, type Verdict } from '../../checks/verdict.ts';
import type { ClaimField, ClaimOnPage } from '../../claims/claim.ts';
import { isUsableHomography } from '../../drawing/homography.ts';
import type { Region } from '../../image/region.ts';
import { claimFieldText } from '../../text/claim-field-text.ts';
import { falseAlarmsText } from '../../text/false-alarms.ts';
import { findingText } from '../../text/finding-text.ts';
import { formatBytes } from '../../text/format-bytes.ts';
import { formatTime } from '../../text/format-time.ts';
import { maskName } from '../../text/mask-name.ts';
import { plainLine } from '../../text/plain-line.ts';
import type { Text } from '../../text/text.ts';
import { packingAppendix, pageShotAppendix } from './appendices.ts';
import { blurredCopy, drawPair, drawWhole } from './draw-picture.ts';
import { lookedAtText } from './looked-at-text.ts';
import type { Fact, ReportFinding, ReportModel, ReportPicture, VerdictLine } from './report-model.ts';

const MAX_FACT_CHARACTERS = 200;
const CLAIM_FIELDS: readonly ClaimField[] = [
  'orderId',
  'claimId',
  'amount',
  'buyer',
  'claimType',
  'status',
  'reason',
  'description',
  'orderTime',
  'dispatchTime',
  'deliveryTime',
  'applyTime',
  'forwardTracking',
  'returnTracking',
];

/** What the report needs besides the case. */
export interface ReportSources {
  /** Decodes a stored picture by its id; null where it cannot be shown. The caller closes what it gets. */
  open(pictureId: string): Promise<ImageBitmap | null>;
  /** How the claim's page looked, or why there is no screenshot. */
  readonly pageShot: StoredPageShot;
  /** Places of each picture that the seller wants unreadable in the report, by picture id; `PAGE_SHOT_ID` of the page. */
  readonly blurred: Readonly<Record<string, readonly Region[]>>;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The extension's version. */
  readonly version: string;
}

/** The report of one case: its sentences in one language, its pictures drawn. Findings marked wrong are left out. */
export async function reportOfCase(view: CaseView, text: Text, sources: ReportSources): Promise<ReportModel> {
  const pictures: ReportPicture[] = [];
  for (const picture of view.pictures) pictures.push(await reportPicture(picture, view, text, sources));
  return {
    language: text.language,
    title: titleOf(view.claim, text),
    made: text.t('report.made', {
      time: formatTime(sources.madeAt, text.language, view.claim.timeZone),
      zone: view.claim.timeZone,
      version: sources.version,
    }),
    claimFacts: claimFacts(view.claim, text),
    verdict: verdictLine(view.verdict, text),
    pictures,
    appendices: [
      await packingAppendix(view, text, sources),
      await pageShotAppendix(sources.pageShot, view, text, sources.blurred),
    ].filter((appendix) => appendix !== null),
    closing: [text.t('report.limits'), text.t('report.people'), text.t('report.verify')],
    words: { means: text.t('finding.means'), meansNot: text.t('finding.meansNot') },
  };
}

function titleOf({ orderId }: ClaimOnPage, text: Text): string {
  const order = plainLine(orderId, MAX_FACT_CHARACTERS);
  return order === '' ? text.t('report.title.withoutOrder') : text.t('report.title', { order });
}

/** What the page says about the claim, name and value, in the claim's own zone. */
export function claimFacts(claim: ClaimOnPage, text: Text): Fact[] {
  const masked = { ...claim, buyerName: claim.buyerName && maskName(claim.buyerName) };
  const facts = CLAIM_FIELDS.flatMap((field) => {
    const value = claimFieldText(masked, field, text, MAX_FACT_CHARACTERS);
    return value ? [{ name: text.t(`claimField.${field}`), value }] : [];
  });
  const page = { name: text.t('report.page'), value: plainLine(claim.pageUrl, MAX_FACT_CHARACTERS) };
  const read = {
    name: text.t('report.readAt'),
    value: `${formatTime(claim.readAt, text.language, claim.timeZone)} (${claim.timeZone})`,
  };
  return [...facts, ...(claim.pageUrl ? [page] : []), read];
}

async function reportPicture(
  picture: PictureView,
  view: CaseView,
  text: Text,
  sources: ReportSources,
): Promise<ReportPicture> {
  const number = picture.index + 1;
  const counted = picture.findings.filter(({ review }) => review !== 'wrong');
  const bitmap = await sources.open(picture.pictureId);
  try {
    const findings: ReportFinding[] = [];
    for (const finding of counted) findings.push(await reportFinding(finding, picture, bitmap, view, text, sources));
    const regions = counted.find((finding) => finding.regions?.length)?.regions ?? [];
    return {
      heading: text.t('report.picture', { number, name: plainLine(baseName(picture.name), MAX_FACT_CHARACTERS) }),
      verdict: verdictLine(picture.verdict, text),
      facts: [
        ...(picture.sha256 ? [{ name: 'SHA-256', value: picture.sha256 }] : []),
        ...(picture.sizeBytes === null
          ? []
          : [{ name: text.t('report.size'), value: formatBytes(picture.sizeBytes, text.language) }]),
        ...(picture.width === null || picture.height === null
          ? []
          : [{ name: text.t('report.pixels'), value: `${picture.width} × ${picture.height}` }]),
        ...(picture.video ? [{ name: text.t('report.video'), value: lookedAtText(picture.video, text) }] : []),
      ],
      image: bitmap && (await drawWhole(bitmap, regions, sources.blurred[picture.pictureId] ?? [])),
      problem: picture.problem && text.t(`problem.${picture.problem.reason}.title`, picture.problem.params),
      findings,
      nothing: findings.length === 0 ? text.t('report.nothing') : null,
    };
  } finally {
    bitmap?.close();
  }
}

async function reportFinding(
  finding: FindingView,
  picture: PictureView,
  bitmap: ImageBitmap | null,
  view: CaseView,
  text: Text,
  sources: ReportSources,
): Promise<ReportFinding> {
  const say = (part: 'title' | 'says' | 'means' | 'meansNot'): string =>
    findingText(text, finding, part, view.claim.timeZone);
  const falseAlarms = falseAlarmsText(text, finding.kind, 'report');
  return {
    verdict: verdictLine(countedGrade(finding, finding.review ?? undefined) ?? finding.grade, text),
    title: say('title'),
    says: say('says'),
    means: text.has(`report.means.${finding.kind}`) ? text.t(`report.means.${finding.kind}`) : say('means'),
    meansNot: say('meansNot'),
    falseAlarms: falseAlarms && text.t('finding.falseAlarms', { rate: falseAlarms }),
    review: reviewLine(finding, text),
    comparison: bitmap && (await comparison(finding, picture, bitmap, text, sources)),
  };
}

function reviewLine({ confirmed, review }: FindingView, text: Text): string | null {
  if (review === 'confirmed') return text.t('report.confirmed');
  return confirmed === false ? text.t('report.unconfirmed') : null;
}

async function comparison(
  finding: FindingView,
  picture: PictureView,
  bitmap: ImageBitmap,
  text: Text,
  sources: ReportSources,
): Promise<ReportFinding['comparison']> {
  const { otherId, matrix, caption } = comparedWith(finding.params);
  if (typeof otherId !== 'string' || !isUsableHomography(matrix)) return null;
  const other = await sources.open(otherId);
  if (!other) return null;
  const shown = blurredCopy(other, sources.blurred[otherId] ?? []);
  try {
    const drawn = await drawPair(
      bitmap,
      shown,
      matrix,
      finding.regions ?? [],
      sources.blurred[picture.pictureId] ?? [],
    );
    const outlined = finding.regions?.length ? 'report.buyerPictureOutlined' : 'report.buyerPicture';
    return { ...drawn, pictureCaption: text.t(outlined), otherCaption: text.t(caption) };
  } finally {
    other.close();
    shown.close();
  }
}

/** The other picture of a finding that compares two, how they lie on each other, and what it is. */
function comparedWith({ listingId, packingId, siblingId, ...params }: FindingView['params']) {
  if (listingId) return { otherId: listingId, matrix: params.listingToPicture, caption: 'report.listingPicture' };
  if (packingId) return { otherId: packingId, matrix: params.packingToPicture, caption: 'report.packingPicture' };
  if (siblingId) return { otherId: siblingId, matrix: params.siblingToPicture, caption: 'report.siblingPicture' };
  return { otherId: params.earlierPictureId, matrix: params.earlierToPicture, caption: 'report.earlierPicture' };
}

/** Without the folders that a name from the command line or a page's address has. */
function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function verdictLine(verdict: Verdict, text: Text): VerdictLine {
  return { id: verdict, word: text.t(`verdict.${verdict}`), hint: text.t(`report.verdict.${verdict}`) };
}
