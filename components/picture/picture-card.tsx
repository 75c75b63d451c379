import type { PictureView } from '../../utils/cases/case-view.ts';
import { formatVideoTime } from '../../utils/image/format-video-time.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import type { Text } from '../../utils/text/text.ts';
import { ProblemLine } from '../controls/problem-line.tsx';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { type FindingContext, FindingItem } from './finding-item.tsx';
import { PictureDetails } from './picture-details.tsx';
import { PicturePreview } from './picture-preview.tsx';
import { timeOf, VideoFrames } from './video-frames.tsx';

interface PictureCardProps {
  readonly picture: PictureView;
  readonly context: FindingContext;
  /** Of a video, in order of time. */
  readonly frames?: readonly PictureView[];
}

/** Longest file name that is shown; addresses of pictures end in names of any length. */
const MAX_NAME_CHARACTERS = 36;
const NOTHING_TOLD: readonly string[] = ['note', 'none', 'cannot-judge'];

/** One picture of the buyer: what it is, its verdict, and every finding about it. Small where there is little to say. */
export function PictureCard({ picture, context, frames = [] }: PictureCardProps) {
  const text = useText();
  const hasFindings = picture.findings.length > 0;
  const isSmall = frames.length === 0 && (picture.preview === null || NOTHING_TOLD.includes(picture.verdict));
  const regions = picture.findings
    .filter(({ review }) => review !== 'wrong')
    .flatMap((finding) => finding.regions ?? []);
  return (
    <li
      className={`picture-card ${isSmall ? 'is-small' : ''} ${frames.length > 0 ? 'is-video' : ''}`}
      data-picture-index={picture.index}
      data-verdict={picture.verdict}
      data-state={picture.state}
    >
      <div className="picture-head">
        <h3>{titleOf(picture, text)}</h3>
        {picture.state === 'done' || hasFindings ? (
          <VerdictChip verdict={picture.verdict} />
        ) : (
          <span className="picture-state">{text.t(`picture.${picture.state}`)}</span>
        )}
        <bdi className="picture-name" title={plainLine(picture.name, 300)}>
          {plainLine(picture.name, MAX_NAME_CHARACTERS)}
        </bdi>
        {picture.addedAt && (
          <p className="muted">{text.t('added.at', { time: formatTime(picture.addedAt, text.language) })}</p>
        )}
      </div>
      {frames.length === 0 && <PicturePreview picture={picture} regions={regions} loadPicture={context.loadPicture} />}
      <div className="picture-body">
        {picture.problem && <ProblemLine problem={picture.problem} />}
        {hasFindings && (
          <ul className="findings">
            {picture.findings.map((finding) => (
              <FindingItem
                key={`${finding.check} ${finding.kind} ${JSON.stringify(finding.params)}`}
                {...{ picture, finding, context }}
              />
            ))}
          </ul>
        )}
        {frames.length > 0 && (
          <VideoFrames frames={frames} durationSeconds={picture.video?.durationSeconds ?? 0} context={context} />
        )}
        <PictureDetails picture={picture} loadPicture={context.loadPicture} />
      </div>
    </li>
  );
}

function titleOf(picture: PictureView, text: Text): string {
  const number = picture.index + 1;
  if (picture.madeFrom?.kind === 'video-frame') return text.t('picture.frame', { number, time: timeOf(picture) });
  if (!picture.video) return text.t('picture.number', { number });
  return text.t('picture.video', { number, duration: formatVideoTime(picture.video.durationSeconds) });
}
