import { cropPixels } from '../image/crop-pixels.ts';
import type { DecodedImage } from '../image/decoded-image.ts';
import { findBoxedAi } from '../image/visible-marks/find-boxed-ai.ts';
import { findStar } from '../image/visible-marks/find-star.ts';
import type { PixelBox } from '../image/visible-marks/gray-plane.ts';
import { regionOf } from '../image/visible-marks/region-of.ts';
import { defineCheck, done, type Finding, skipped } from './check.ts';
import { innerPictureOf, isScreenshot } from './screenshot.ts';
import { type AiLine, readEdgeText } from './visible-mark/read-edge-text.ts';

/** Text further in from the edge of the picture it belongs to, in fractions of the short side, is no corner mark. */
const MAX_EDGE_GAP = 0.1;

/**
 * Reads the text along the edges of a picture, and of the photograph inside a screenshot, and compares it
 * with the marks that AI generators put there; a star in a lower and a box with AI in an upper corner are noted. It tells that the picture shows such a mark, not who put it there: a mark
 * can be drawn by hand, and one that was cropped off is not seen.
 */
export const visibleMark = defineCheck({
  id: 'visible-mark',
  version: 3,
  needs: ['pixels', 'ocr'],
  readsPixelsAlone: true,
  source: 'GB 45438-2025 5.2 (explicit mark in an image); marks observed on real pictures up to 2026-11-21',
  async run({ picture, ocr }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    const inner = innerPictureOf(picture);
    // Outside the photograph of a screenshot everything is interface; a border is a part of the picture.
    const frame = isScreenshot(picture) ? null : wholeOf(pixels);
    const onWhole = await readEdgeText(pixels, ocr);
    const onInner = inner ? await readEdgeText(cropPixels(pixels, inner.box), ocr) : null;
    const findings = [
      ...(inner && onInner
        ? onInner.aiLines.map((line) => findingOf(inPicture(line, inner.box), pixels, inner.box))
        : []),
      ...onWhole.aiLines
        .filter((line) => !inner || !liesIn(line.box, inner.box))
        .map((line) => findingOf(line, pixels, frame)),
    ];
    const graphics = findGraphicsIn(pixels, inner?.box ?? wholeOf(pixels));
    const found = onWhole.found + (onInner?.found ?? 0);
    const read = onWhole.read + (onInner?.read ?? 0);
    return done({ edgeText: { found, read } }, [...findings, ...graphics]);
  },
});

/**
 * A line of mark text at the edge of the photograph is a clue; in a sentence, in the interface around a photograph or
 * away from the edge the same words are a note.
 * @param photograph null for text that lies outside the photograph
 */
function findingOf(line: AiLine, pixels: DecodedImage, photograph: PixelBox | null): Finding {
  const isMark = line.form === 'mark' && photograph !== null && edgeGap(line.box, photograph) <= MAX_EDGE_GAP;
  return {
    check: 'visible-mark',
    kind: isMark ? 'visible-ai-mark' : photograph ? 'visible-ai-text-inside' : 'visible-ai-text-interface',
    grade: isMark ? 'clue' : 'note',
    params: {
      text: line.text,
      recognised: line.recognised,
      vendor: line.vendor,
      place: line.place,
      heightFraction: Math.round(1000 * line.heightFraction) / 1000,
      confidence: line.confidence,
    },
    regions: [regionOf(line.box, pixels)],
  };
}

/** Drawn marks are notes: a reflection or a sticker can look like one, and the measured rate bounds that no closer. */
function findGraphicsIn(pixels: DecodedImage, frame: PixelBox): Finding[] {
  const cropped = cropPixels(pixels, frame);
  const found = [
    { kind: 'visible-star', mark: findStar(cropped) },
    { kind: 'visible-boxed-ai', mark: findBoxedAi(cropped) },
  ];
  const side = Math.min(cropped.width, cropped.height);
  return found.flatMap(({ kind, mark }): Finding[] => {
    if (!mark) return [];
    const box = movedBy(mark.box, frame);
    const params = {
      place: mark.corner,
      likeness: Math.round(100 * mark.likeness) / 100,
      heightFraction: Math.round((1000 * (box.bottom - box.top)) / side) / 1000,
    };
    return [{ check: 'visible-mark', kind, grade: 'note', params, regions: [regionOf(box, pixels)] }];
  });
}

/** From the nearest edge, in fractions of the short side. */
function edgeGap(box: PixelBox, frame: PixelBox): number {
  const side = Math.min(frame.right - frame.left, frame.bottom - frame.top);
  const gaps = [box.top - frame.top, frame.bottom - box.bottom, box.left - frame.left, frame.right - box.right];
  return Math.min(...gaps) / side;
}

function inPicture(line: AiLine, photograph: PixelBox): AiLine {
  return { ...line, box: movedBy(line.box, photograph) };
}

function movedBy(box: PixelBox, { left, top }: PixelBox): PixelBox {
  return { left: box.left + left, right: box.right + left, top: box.top + top, bottom: box.bottom + top };
}

function liesIn(inner: PixelBox, outer: PixelBox): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

function wholeOf({ width, height }: DecodedImage): PixelBox {
  return { left: 0, top: 0, right: width, bottom: height };
}
