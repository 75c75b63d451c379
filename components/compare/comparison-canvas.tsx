import { useEffect, useRef } from 'react';
import type { Region } from '../../utils/image/region.ts';
import { RegionOutlines } from '../picture/region-outlines.tsx';
import type { AlignedPair } from './aligned-pair.ts';
import { type ComparisonState, drawComparison } from './draw-comparison.ts';

interface ComparisonCanvasProps extends ComparisonState {
  readonly pair: AlignedPair;
  readonly label: string;
  /** Places to outline; empty for none. */
  readonly outlined: readonly Region[];
}

/** One canvas of a comparison with the outlines over it. */
export function ComparisonCanvas({ pair, label, outlined, mode, shown, amount, isOtherOnTop }: ComparisonCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawComparison(canvas.current, pair, { mode, shown, amount, isOtherOnTop });
  }, [pair, mode, shown, amount, isOtherOnTop]);
  return (
    <div className="picture-frame">
      <canvas ref={canvas} role="img" aria-label={label} />
      <RegionOutlines regions={outlined} shown={shown} />
    </div>
  );
}
