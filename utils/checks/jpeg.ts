import { containerOf } from '../image/containers/walk-container.ts';
import { lumaImage } from '../image/inspection/luma-image.ts';
import { reliableBlocks } from '../image/inspection/reliability.ts';
import { findDoubleCompression } from '../image/jpeg/double-compression.ts';
import { findGridOffset } from '../image/jpeg/grid-offset.ts';
import { nearestQuality, readQuantisationTables, readTableValues } from '../image/quantisation-tables.ts';
import { defineCheck, done, skipped } from './check.ts';

/**
 * How a JPEG was saved: tables, quality, traces of an earlier save, where its blocks begin, and how much of it could be
 * inspected at all. It measures and finds nothing: every platform and chat app saves every picture again, and on genuine
 * and altered photographs alike these traces told nothing apart (every AUC between 0.47 and 0.55, docs/verdicts.md).
 */
export const jpeg = defineCheck({
  id: 'jpeg',
  version: 1,
  needs: ['pixels'],
  source: 'ITU-T T.81; Lukáš and Fridrich (DFRWS 2003); Fan and de Queiroz (2003)',
  reasonToSkip: ({ type }) => (type === 'jpeg' ? null : 'not-jpeg'),
  run({ picture }) {
    const { pixels, bytes } = picture;
    const container = containerOf(picture);
    const named = container && readQuantisationTables(bytes, container);
    const luminance = container && readTableValues(bytes, container).get(0);
    if (!pixels || !named || !luminance) return skipped('no-quantisation-tables');
    const image = lumaImage(pixels);
    const reliable = reliableBlocks(image);
    const judged = reliable.reduce((sum, block) => sum + block, 0);
    const tables = { tables: named.family, quality: named.quality ?? nearestQuality(luminance) };
    const judgeable = { judgeablePercent: Math.round((100 * judged) / Math.max(1, reliable.length)) };
    // A picture that was reduced for analysis has lost its blocks.
    if (pixels.width !== pixels.sourceWidth || pixels.height !== pixels.sourceHeight)
      return done({ jpeg: { ...tables, ...judgeable, isReduced: true } });
    const grid = findGridOffset(image.data, image.width, image.height);
    const doubled = findDoubleCompression(image.data, image.width, image.height, luminance);
    return done({
      jpeg: {
        ...tables,
        ...judgeable,
        grid: { x: grid.x, y: grid.y, clarityX: rounded(grid.clarityX), clarityY: rounded(grid.clarityY) },
        doubleCompression: { frequencies: doubled.frequencyCount, doubled: doubled.doubledCount },
      },
    });
  },
});

function rounded(value: number): number {
  return Number(value.toFixed(1));
}
