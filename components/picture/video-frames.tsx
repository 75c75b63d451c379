import { useState } from 'react';
import type { PictureView } from '../../utils/cases/case-view.ts';
import { formatVideoTime } from '../../utils/image/format-video-time.ts';
import { minutesLookedAt } from '../../utils/image/minutes-looked-at.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import type { FindingContext } from './finding-item.tsx';
import { PictureCanvas } from './picture-canvas.tsx';
import { PictureCard } from './picture-card.tsx';

interface VideoFramesProps {
  /** In order of time. */
  readonly frames: readonly PictureView[];
  /** Of the video. */
  readonly durationSeconds: number;
  readonly context: FindingContext;
}

/** A frame with one of these has a card of its own from the start. */
const TELLING: readonly string[] = ['proof', 'strong', 'clue'];

/** The contact sheet of a video, and the cards of those frames that tell something or were asked for. */
export function VideoFrames({ frames, durationSeconds, context }: VideoFramesProps) {
  const text = useText();
  const minutes = minutesLookedAt({ durationSeconds });
  const [asked, setAsked] = useState<readonly string[]>([]);
  const isShown = ({ pictureId, verdict }: PictureView): boolean =>
    asked.includes(pictureId) !== TELLING.includes(verdict);
  const toggle = (pictureId: string): void =>
    setAsked(asked.includes(pictureId) ? asked.filter((id) => id !== pictureId) : [...asked, pictureId]);
  return (
    <div className="video-frames">
      <p className="muted">{text.t('picture.framesHint', { count: frames.length })}</p>
      {minutes !== null && <p className="claim-warning">{text.t('picture.framesFirstPart', { minutes })}</p>}
      <ul className="contact-sheet" aria-label={text.t('picture.frames')}>
        {frames.map((frame) => (
          <li key={frame.pictureId}>
            <button
              type="button"
              className="contact-frame"
              aria-pressed={isShown(frame)}
              aria-label={text.t('picture.showFrame', {
                time: timeOf(frame),
                verdict: text.t(frame.state === 'done' ? `verdict.${frame.verdict}` : `picture.${frame.state}`),
              })}
              onClick={() => toggle(frame.pictureId)}
            >
              <PictureCanvas picture={{ id: frame.pictureId, blob: frame.preview }} label={timeOf(frame)} />
              <span className="contact-frame-line">
                <span>{timeOf(frame)}</span>
                {frame.state === 'done' && <VerdictChip verdict={frame.verdict} size="small" />}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {frames.some(isShown) && (
        <ul className="frame-cards">
          {frames.filter(isShown).map((frame) => (
            <PictureCard key={frame.pictureId} picture={frame} context={context} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where in its video a frame is, as players show it. */
export function timeOf({ madeFrom }: PictureView): string {
  return madeFrom?.kind === 'video-frame' ? formatVideoTime(madeFrom.timeSeconds) : '';
}

/** The frames of one video among the pictures of its case, in order of time. */
export function framesOf(videoId: string, pictures: readonly PictureView[]): readonly PictureView[] {
  return pictures.filter(({ madeFrom }) => madeFrom?.kind === 'video-frame' && madeFrom.videoId === videoId);
}
