import type { PictureView } from '../../utils/cases/case-view.ts';
import { formatBytes } from '../../utils/text/format-bytes.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { useText } from '../controls/text-context.ts';
import { InspectionViews } from './inspection-views.tsx';
import { MeasuredTree } from './measured-tree.tsx';
import { PictureText } from './picture-text.tsx';
import { UnrunChecks } from './unrun-checks.tsx';

interface PictureDetailsProps {
  readonly picture: PictureView;
  readonly loadPicture?: LoadPicture | undefined;
}

/** The facts about a picture's file that not everyone needs, behind a fold. */
export function PictureDetails({ picture, loadPicture }: PictureDetailsProps) {
  const text = useText();
  const { width, height, sizeBytes, sha256, skipped, failed, measured } = picture;
  const hasSize = width !== null && height !== null && sizeBytes !== null;
  if (!hasSize && sha256 === null && skipped.length + failed.length === 0) return null;
  return (
    <details className="fold picture-details">
      <summary aria-label={text.t('picture.openDetails', { number: picture.index + 1 })}>
        {text.t('picture.details')}
      </summary>
      {hasSize && (
        <p className="muted">
          {text.t('picture.size', {
            width: String(width),
            height: String(height),
            size: formatBytes(sizeBytes, text.language),
          })}
        </p>
      )}
      {sha256 && (
        <p className="muted">
          SHA-256 <code>{sha256}</code>
        </p>
      )}
      <PictureText picture={picture} loadPicture={loadPicture} />
      <UnrunChecks skipped={skipped} failed={failed} />
      {hasSize && loadPicture && <InspectionViews picture={picture} loadPicture={loadPicture} />}
      <MeasuredTree measured={measured} />
    </details>
  );
}
