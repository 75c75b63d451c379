import type { Picture } from '../../image/picture.ts';
import { cropLuminance } from '../../image/visible-marks/crop-luminance.ts';
import type { OcrReader, PageLine } from '../ocr-reader.ts';

/** Short side from which on a picture is read as it is; smaller ones are enlarged, since small print is lost otherwise. */
const READING_SIDE = 1000;
const MAX_ENLARGEMENT = 2;
/** Below this the recogniser has read texture. */
const MIN_CONFIDENCE = 40;

/**
 * All lines of text in a picture, boxes in its pixels; read once a picture and kept with it.
 * @throws Error when the picture has no pixels
 */
export function readPageLines(picture: Picture, ocr: OcrReader): Promise<readonly PageLine[]> {
  return picture.derived('page-lines', () => readPage(picture, ocr));
}

async function readPage({ pixels }: Picture, ocr: OcrReader): Promise<readonly PageLine[]> {
  if (!pixels) throw new Error('readPageLines needs a decoded picture');
  const whole = { left: 0, top: 0, right: pixels.width, bottom: pixels.height };
  const side = Math.min(pixels.width, pixels.height);
  const scale = Math.min(MAX_ENLARGEMENT, Math.max(1, READING_SIDE / side));
  const { width, height, data } = cropLuminance(pixels, whole, scale);
  const lines = await ocr.readPage({ width, height, data: rounded(data) });
  return lines
    .filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && /[0-9A-Za-z\u4e00-\u9fff]{2}/.test(text))
    .map((line) => ({
      ...line,
      box: {
        left: Math.max(0, Math.floor(line.box.left / scale)),
        top: Math.max(0, Math.floor(line.box.top / scale)),
        right: Math.min(pixels.width, Math.ceil(line.box.right / scale)),
        bottom: Math.min(pixels.height, Math.ceil(line.box.bottom / scale)),
      },
    }));
}

/** To whole levels, in a loop: `Uint8Array.from` with a function takes thirty times as long, half a second for a picture. */
function rounded(levels: Float32Array): Uint8Array {
  const bytes = new Uint8Array(levels.length);
  for (let index = 0; index < levels.length; index++) bytes[index] = Math.round(levels[index] as number);
  return bytes;
}
