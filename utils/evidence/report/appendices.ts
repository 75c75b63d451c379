import type { CaseView, PackingPictureView } from '../../cases/case-view.ts';
import type { StoredPageShot } from '../../cases/page-shots.ts';
import { packingTimeOf } from '../../checks/packing-match/packing-time.ts';
import type { Region } from '../../image/region.ts';
import { formatBytes } from '../../text/format-bytes.ts';
import { formatTime } from '../../text/format-time.ts';
import { plainLine } from '../../text/plain-line.ts';
import type { Text } from '../../text/text.ts';
import { drawWhole } from './draw-picture.ts';
import { lookedAtText } from './looked-at-text.ts';
import { pageShotFacts } from './page-shot-facts.ts';
import { PAGE_SHOT_ID } from './page-shot-id.ts';
import type { ReportAppendix, ReportExhibit } from './report-model.ts';
import type { ReportSources } from './report-of-case.ts';

/** A screenshot is read, not looked at: as wide as the page and sharp at 200 dots per inch. */
const PAGE_SHOT_SIDE_PIXELS = 1440;
const MAX_NAME_CHARACTERS = 120;

/** What was packed for the order, file by file with its time of arrival; null where nothing is on record. */
export async function packingAppendix(
  view: CaseView,
  text: Text,
  sources: Pick<ReportSources, 'open' | 'blurred'>,
): Promise<ReportAppendix | null> {
  const files = view.packing.filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame');
  if (files.length === 0) return null;
  const items: ReportExhibit[] = [];
  for (const file of files) items.push(await packingExhibit(file, view, text, sources));
  return { heading: text.t('report.packing'), note: text.t('report.packingNote'), items };
}

async function packingExhibit(
  file: PackingPictureView,
  view: CaseView,
  text: Text,
  { open, blurred }: Pick<ReportSources, 'open' | 'blurred'>,
): Promise<ReportExhibit> {
  const frame = view.packing.find(
    ({ madeFrom }) => madeFrom?.kind === 'video-frame' && madeFrom.videoId === file.pictureId,
  );
  const shown = frame ?? file;
  const bitmap = await open(shown.pictureId);
  return {
    heading: text.t('report.packingFile', { number: file.number, name: plainLine(file.name, MAX_NAME_CHARACTERS) }),
    facts: [
      { name: text.t('report.packingArrivedAt'), value: arrivalText(file.arrivedAt, view, text) },
      { name: 'SHA-256', value: file.sha256 },
      { name: text.t('report.size'), value: formatBytes(file.sizeBytes, text.language) },
      ...(frame ? [{ name: text.t('report.packingVideo'), value: text.t('report.packingFrame') }] : []),
      ...(file.video ? [{ name: text.t('report.video'), value: lookedAtText(file.video, text) }] : []),
    ],
    image: bitmap && (await drawAndClose(bitmap, blurred[shown.pictureId] ?? [])),
    problem: file.problem && text.t(`problem.${file.problem.reason}.title`, file.problem.params),
    isWide: false,
  };
}

function arrivalText(arrivedAt: string, { claim, createdAt }: CaseView, text: Text): string {
  const { dispatchTime, deliveryTime, applyTime, timeZone } = claim;
  const times = Object.entries({ dispatchTime, deliveryTime, applyTime }).filter(([, moment]) => moment !== null);
  const when = packingTimeOf(arrivedAt, { ...Object.fromEntries(times), firstReadAt: createdAt });
  return text.t(`report.packing.${when}`, { time: `${formatTime(arrivedAt, text.language, timeZone)} (${timeZone})` });
}

/** How the claim's page looked, or why there is no screenshot. */
export async function pageShotAppendix(
  record: StoredPageShot,
  view: CaseView,
  text: Text,
  blurred: ReportSources['blurred'],
): Promise<ReportAppendix> {
  // A screenshot that the browser cannot decode any more has its line and no image.
  const bitmap = record.shot && (await createImageBitmap(record.shot.blob).catch(() => null));
  return {
    heading: text.t('report.shot'),
    note: null,
    items: [
      {
        heading: null,
        facts: pageShotFacts(record, view.claim.timeZone, text),
        image: bitmap && (await drawAndClose(bitmap, blurred[PAGE_SHOT_ID] ?? [], PAGE_SHOT_SIDE_PIXELS)),
        problem: null,
        isWide: true,
      },
    ],
  };
}

async function drawAndClose(bitmap: ImageBitmap, blurred: readonly Region[], longestSide?: number): Promise<Blob> {
  try {
    return await drawWhole(bitmap, [], blurred, longestSide);
  } finally {
    bitmap.close();
  }
}
