import type { CheckOutcome } from '../../utils/checks/check.ts';
import { type Candidate, findSources } from '../../utils/checks/listing-match/find-sources.ts';
import { viewsOfPicture } from '../../utils/checks/listing-match/views-of-picture.ts';
import { listingMatch } from '../../utils/checks/listing-match.ts';
import type { OpenCv } from '../../utils/checks/open-cv.ts';
import { type ChangeMap, type ChangeRegion, mapChanges } from '../../utils/image/change-map/change-map.ts';
import { MIN_COUNTED_STRENGTH } from '../../utils/image/change-map/counting-limits.ts';
import { isOpenKind } from '../../utils/image/change-map/region-kind.ts';
import type { DecodedImage } from '../../utils/image/decoded-image.ts';
import { workingScale } from '../../utils/image/registration/gray-image.ts';
import { applyTo } from '../../utils/image/registration/homography.ts';
import { checkInput } from '../fixtures/check-input.ts';
import type { ListingCase } from './listing-case.ts';

/** What the check said about one case, and how well it marked the place. */
export interface CaseScore {
  readonly id: string;
  readonly family: string;
  readonly kind: string;
  readonly delivery: string;
  readonly kinds: readonly string[];
  readonly grades: readonly string[];
  readonly relation: string;
  readonly shortSide: number;
  /** Overlap of the counted pixels with the true ones; null where the truth is nothing or nothing was mapped. */
  readonly iou: number | null;
  /** Overlap of the box of the strongest region with the box of the truth. */
  readonly boxIou: number | null;
  /** A counted region overlaps the truth. */
  readonly isHit: boolean;
  /** What became of altered pixels that were not found; null where they were, and where there are none. */
  readonly miss: string | null;
  readonly elapsedMs: number;
  readonly outcome: CheckOutcome;
}

const MIN_HIT_IOU = 0.05;
const CLAIM = { platform: 'bench', claimId: '1', orderId: '1', buyerKey: null };

export async function scoreCase(opencv: OpenCv, tried: ListingCase): Promise<CaseScore> {
  const { listing, picture } = tried;
  const started = performance.now();
  const outcome = await listingMatch.run(checkInput({ picture, claim: CLAIM, listing: [listing], opencv }));
  const elapsedMs = performance.now() - started;
  const findings = outcome.status === 'done' ? outcome.findings : [];
  const match = outcome.status === 'done' ? (outcome.measured.listingMatch as { relation?: string }) : {};
  const isAltered = findings.some(
    ({ kind }) => kind === 'listing-altered' || kind === 'listing-redrawn' || kind === 'listing-tilted',
  );
  const place = tried.truth ? scorePlace(opencv, tried) : null;
  const isHit = isAltered && (place?.iou ?? 0) > MIN_HIT_IOU;
  return {
    id: tried.id,
    family: tried.family,
    kind: tried.kind,
    delivery: tried.delivery,
    kinds: outcome.status === 'done' ? findings.map((finding) => finding.kind) : [`skipped:${outcome.reason}`],
    grades: findings.map((finding) => finding.grade),
    relation: match.relation ?? 'skipped',
    shortSide: Math.min(picture.pixels?.width ?? 0, picture.pixels?.height ?? 0),
    iou: isAltered ? (place?.iou ?? null) : null,
    boxIou: isAltered ? (place?.boxIou ?? null) : null,
    isHit,
    miss: tried.truth && !isHit ? missOf(match.relation ?? 'skipped', place) : null,
    elapsedMs,
    outcome,
  };
}

interface Place {
  readonly iou: number;
  readonly boxIou: number;
  readonly map: ChangeMap;
  /** The regions that hold altered pixels. */
  readonly touched: readonly ChangeRegion[];
}

/** Why altered pixels were not found: the pair, what the place was read as, too weak, or no region there at all. */
function missOf(relation: string, place: Place | null): string {
  if (relation !== 'same-photograph') return `relation ${relation}`;
  if (!place) return 'nothing to judge';
  const { touched, map } = place;
  const open = touched.filter(({ kind }) => isOpenKind(kind));
  if (open.length > 0) {
    const strongest = Math.max(...open.map(({ strength }) => strength));
    return strongest < MIN_COUNTED_STRENGTH ? 'weak' : `place missed, background ${map.backgroundResidual.toFixed(1)}`;
  }
  return touched[0] ? `read as ${touched[0].kind}` : 'no region';
}

function scorePlace(opencv: OpenCv, { listing, picture, truth }: ListingCase): Place | null {
  const [source] = findSources(opencv, viewsOfPicture(picture), [listing]);
  if (!source?.view.picture.pixels || !truth || !listing.pixels) return null;
  const map = mapChanges(opencv, listing.pixels, source.view.picture.pixels, source.registration);
  if (!map) return null;
  const labels = labelsOf(map, source, source.view.picture.pixels, truth);
  const marked = labels.map((label) =>
    label > 0 && isOpenKind((map.regions[label - 1] as ChangeRegion).kind) ? 1 : 0,
  );
  const touched = new Set<ChangeRegion>();
  let both = 0;
  let either = 0;
  for (let index = 0; index < marked.length; index++) {
    const isTrue = (truth.mask[index] as number) > 127;
    const label = labels[index] as number;
    if (label > 0 && isTrue) touched.add(map.regions[label - 1] as ChangeRegion);
    if (marked[index] && isTrue) both++;
    if (marked[index] || isTrue) either++;
  }
  return {
    iou: both / Math.max(1, either),
    boxIou: boxOverlap(boxOf(marked, truth.width), boxOf(truth.mask, truth.width)),
    map,
    touched: [...touched],
  };
}

/** The map's labels in the pixels of the truth: a large picture was reduced when it was decoded. */
function labelsOf(
  map: ChangeMap,
  { view: { region }, registration: { frame } }: Candidate,
  decoded: DecodedImage,
  truth: { readonly width: number; readonly height: number },
): Uint8Array {
  const labels = new Uint8Array(truth.width * truth.height);
  const scale = workingScale(decoded.width, decoded.height);
  const [scaleX, scaleY] = [
    (scale * decoded.width) / (truth.width * region.width),
    (scale * decoded.height) / (truth.height * region.height),
  ];
  const [left, top] = [truth.width * region.x, truth.height * region.y];
  for (let y = 0; y < truth.height; y++)
    for (let x = 0; x < truth.width; x++) {
      const [fx, fy] = applyTo(frame.copyToFrame, (x + 0.5 - left) * scaleX - 0.5, (y + 0.5 - top) * scaleY - 0.5);
      const [column, row] = [Math.round(fx), Math.round(fy)];
      if (column < 0 || row < 0 || column >= map.labels.width || row >= map.labels.height) continue;
      labels[y * truth.width + x] = map.labels.data[row * map.labels.width + column] as number;
    }
  return labels;
}

type Box = readonly [number, number, number, number];

function boxOf(mask: Uint8Array, width: number): Box {
  let [left, top, right, bottom] = [width, Number.MAX_SAFE_INTEGER, 0, 0];
  for (let index = 0; index < mask.length; index++) {
    if (!mask[index]) continue;
    const x = index % width;
    const y = Math.floor(index / width);
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return [left, top, right, bottom];
}

function boxOverlap(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const both = Math.max(0, width) * Math.max(0, height);
  const area = (box: Box): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
  return both / Math.max(1, area(a) + area(b) - both);
}
