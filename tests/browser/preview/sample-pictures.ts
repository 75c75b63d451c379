import type { SampleBlobs } from '../../fixtures/case-view.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** Draws a mug on a table, the same shot cropped by 6 % with a crack, and another shot of it. */
export async function drawSamplePictures(): Promise<SampleBlobs> {
  const listing = drawMug({ left: 250, light: 0.3 });
  const cracked = drawMug({ left: 250, light: 0.3, hasCrack: true });
  const altered = new OffscreenCanvas(WIDTH, HEIGHT);
  altered
    .getContext('2d')
    ?.drawImage(cracked, WIDTH * 0.06, HEIGHT * 0.06, WIDTH * 0.88, HEIGHT * 0.88, 0, 0, WIDTH, HEIGHT);
  const other = drawMug({ left: 170, light: 0.75, table: '#8d8f92' });
  const asJpeg = (canvas: OffscreenCanvas) => canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return { listing: await asJpeg(listing), altered: await asJpeg(altered), other: await asJpeg(other) };
}

interface Scene {
  readonly left: number;
  /** Where the light falls on the mug, from 0 (left) to 1. */
  readonly light: number;
  readonly table?: string;
  readonly hasCrack?: boolean;
}

function drawMug({ left, light, table = '#a57a4f', hasCrack = false }: Scene): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas');
  context.fillStyle = '#d9d2c4';
  context.fillRect(0, 0, WIDTH, 300);
  context.fillStyle = table;
  context.fillRect(0, 300, WIDTH, 180);
  context.globalAlpha = 0.12;
  for (let y = 302; y < HEIGHT; y += 5) {
    context.fillStyle = y % 3 ? '#000000' : '#ffffff';
    context.fillRect(0, y + Math.sin(y) * 2, WIDTH, 2);
  }
  context.globalAlpha = 1;
  const glaze = context.createLinearGradient(left, 0, left + 180, 0);
  glaze.addColorStop(0, '#1d3b34');
  glaze.addColorStop(light, '#5f9483');
  glaze.addColorStop(1, '#16302a');
  context.strokeStyle = '#22463c';
  context.lineWidth = 24;
  context.beginPath();
  context.ellipse(left + 190, 250, 48, 62, 0, 0, Math.PI * 2);
  context.stroke();
  context.fillStyle = glaze;
  context.beginPath();
  context.roundRect(left, 130, 180, 240, [10, 10, 40, 40]);
  context.fill();
  context.fillStyle = '#12241f';
  context.beginPath();
  context.ellipse(left + 90, 132, 90, 20, 0, 0, Math.PI * 2);
  context.fill();
  if (hasCrack) drawCrack(context, left + 130, 150);
  return canvas;
}

function drawCrack(context: OffscreenCanvasRenderingContext2D, x: number, y: number): void {
  const steps = [
    [0, 0],
    [9, 22],
    [-3, 40],
    [12, 66],
    [4, 84],
    [16, 112],
  ] as const;
  for (const [offset, color, width] of [
    [2, 'rgb(210 230 220 / 60%)', 1.5],
    [0, '#07100d', 3],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const [dx, dy] of steps) context.lineTo(x + dx + offset, y + dy);
    context.moveTo(x - 3 + offset, y + 40);
    context.lineTo(x - 26 + offset, y + 62);
    context.stroke();
  }
}
