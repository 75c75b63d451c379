import { Fragment } from 'react';
import type { Region } from '../../utils/image/region.ts';

/** The whole picture. */
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

interface RegionOutlinesProps {
  readonly regions: readonly Region[];
  /** The part of the picture that is shown under the outlines. */
  readonly shown?: Region;
}

/** Rectangles over a picture, dark and light at once so that they stand out on any content, numbered when several. */
export function RegionOutlines({ regions, shown = WHOLE }: RegionOutlinesProps) {
  const placed = regions.map((region) => ({
    left: (region.x - shown.x) / shown.width,
    top: (region.y - shown.y) / shown.height,
    width: region.width / shown.width,
    height: region.height / shown.height,
  }));
  return (
    <div className="region-outlines" aria-hidden="true">
      {placed.map((box, position) => (
        <Fragment key={`${box.left} ${box.top} ${box.width} ${box.height}`}>
          <span
            className="region-outline"
            style={{
              left: percent(box.left),
              top: percent(box.top),
              width: percent(box.width),
              height: percent(box.height),
            }}
          />
          {placed.length > 1 && (
            <span
              className="region-number"
              data-number={position + 1}
              style={{ left: percent(box.left), top: percent(box.top) }}
            />
          )}
        </Fragment>
      ))}
    </div>
  );
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
