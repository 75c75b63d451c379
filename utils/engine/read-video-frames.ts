import { ALL_FORMATS, BlobSource, CanvasSink, EncodedPacketSink, Input, type InputVideoTrack } from 'mediabunny';
import type { PictureProblem, VideoFacts } from '../cases/case.ts';
import { chooseFrames, type SampledFrame } from '../image/choose-frames.ts';
import { frameSignature } from '../image/frame-signature.ts';
import { MAX_ANALYSIS_PIXELS, MAX_DECODE_PIXELS, MAX_VIDEO_FRAMES, MAX_VIDEO_SECONDS } from '../limits.ts';

export interface VideoFrame {
  readonly timeSeconds: number;
  /** JPEG. */
  readonly blob: Blob;
}

export type VideoReading =
  | { readonly facts: VideoFacts; readonly frames: readonly VideoFrame[] }
  | { readonly problem: PictureProblem };

/** Moments that are looked at for a change of view. */
const MAX_SAMPLES = 120;
const MIN_SAMPLE_INTERVAL_SECONDS = 0.5;
/** Longer videos are looked at where they can be entered, so that not every frame has to be decoded. */
const MAX_SECONDS_DECODED_WHOLE = 90;
const SAMPLE_SIDE_PIXELS = 160;
/** The frames are ours; what is in them is the video's, at little loss. */
const JPEG_QUALITY = 0.95;

/**
 * The frames of a video that show something new, with the browser's own decoders. A hostile or unknown file ends as a
 * problem, never as a throw.
 */
export async function readVideoFrames(video: Blob): Promise<VideoReading> {
  const input = new Input({ source: new BlobSource(video), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return { problem: { reason: 'video-without-picture' } };
    if (!(await track.canDecode())) {
      const { codec } = track;
      return { problem: codec ? { reason: 'video-codec', params: { codec } } : { reason: 'video-codec-unknown' } };
    }
    const { displayWidth: width, displayHeight: height } = track;
    if (width * height > MAX_DECODE_PIXELS) {
      const limitMegapixels = MAX_DECODE_PIXELS / 1e6;
      return { problem: { reason: 'too-many-pixels', params: { width, height, limitMegapixels } } };
    }
    const durationSeconds = await track.computeDuration();
    const startSeconds = await track.getFirstTimestamp();
    const samples = await sampleFrames(track, await momentsOf(track, startSeconds, durationSeconds));
    const chosen = chooseFrames(samples, MAX_VIDEO_FRAMES);
    if (chosen.length === 0) return { problem: { reason: 'video-without-picture' } };
    return { facts: { durationSeconds, width, height }, frames: await drawFrames(track, chosen) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: { reason: 'video-undecodable', params: { detail } } };
  } finally {
    input.dispose();
  }
}

async function momentsOf(track: InputVideoTrack, startSeconds: number, durationSeconds: number): Promise<number[]> {
  const endSeconds = Math.min(durationSeconds, startSeconds + MAX_VIDEO_SECONDS);
  const intervalSeconds = Math.max(MIN_SAMPLE_INTERVAL_SECONDS, (endSeconds - startSeconds) / MAX_SAMPLES);
  const moments: number[] = [];
  for (let moment = startSeconds; moment < endSeconds && moments.length < MAX_SAMPLES; moment += intervalSeconds)
    moments.push(moment);
  if (moments.length === 0) moments.push(startSeconds);
  if (durationSeconds <= MAX_SECONDS_DECODED_WHOLE) return moments;
  const packets = new EncodedPacketSink(track);
  const entries = new Set<number>();
  for (const moment of moments) {
    const packet = await packets.getKeyPacket(moment);
    if (packet) entries.add(packet.timestamp);
  }
  return [...entries].sort((a, b) => a - b);
}

async function sampleFrames(track: InputVideoTrack, moments: readonly number[]): Promise<SampledFrame[]> {
  const scale = Math.min(1, SAMPLE_SIDE_PIXELS / Math.max(track.displayWidth, track.displayHeight));
  const samples: SampledFrame[] = [];
  for await (const drawn of sinkAt(track, scale).canvasesAtTimestamps(moments)) {
    if (!drawn) continue;
    const { width, height } = drawn.canvas;
    const { data } = contextOf(drawn.canvas as OffscreenCanvas).getImageData(0, 0, width, height);
    const image = { width, height, rgba: data, sourceWidth: track.displayWidth, sourceHeight: track.displayHeight };
    samples.push({ timeSeconds: drawn.timestamp, signature: frameSignature(image) });
  }
  return samples;
}

async function drawFrames(track: InputVideoTrack, chosen: readonly SampledFrame[]): Promise<VideoFrame[]> {
  const scale = Math.min(1, Math.sqrt(MAX_ANALYSIS_PIXELS / (track.displayWidth * track.displayHeight)));
  const frames: VideoFrame[] = [];
  const moments = chosen.map(({ timeSeconds }) => timeSeconds);
  for await (const drawn of sinkAt(track, scale).canvasesAtTimestamps(moments)) {
    if (!drawn) continue;
    const blob = await (drawn.canvas as OffscreenCanvas).convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    frames.push({ timeSeconds: drawn.timestamp, blob });
  }
  return frames;
}

/** One canvas at a time: a frame is read before the next is drawn. */
function sinkAt(track: InputVideoTrack, scale: number): CanvasSink {
  return new CanvasSink(track, {
    width: Math.max(16, Math.round(track.displayWidth * scale)),
    height: Math.max(16, Math.round(track.displayHeight * scale)),
    fit: 'fill',
    poolSize: 1,
  });
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas');
  return context;
}
