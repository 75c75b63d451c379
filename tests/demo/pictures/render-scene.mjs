import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SCENES } from './scenes.mjs';

const MAX_WORKERS = 4;

/**
 * Renders a scene on all cores.
 * @param {string} name a key of SCENES
 * @param {number} scale 1 for the full size; less for a quick look
 * @returns {Promise<{ width: number, height: number, pixels: Float32Array }>} linear RGB, three floats a pixel
 */
export async function renderScene(name, scale = 1) {
  const width = Math.round(SCENES[name].width * scale);
  const height = Math.round(SCENES[name].height * scale);
  const pixels = new Float32Array(new SharedArrayBuffer(width * height * 3 * Float32Array.BYTES_PER_ELEMENT));
  const stride = Math.min(MAX_WORKERS, availableParallelism());
  const rows = Array.from({ length: stride }, (_, firstRow) => renderRows({ name, pixels, firstRow, stride, scale }));
  await Promise.all(rows);
  return { width, height, pixels };
}

function renderRows(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./render-worker.mjs', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
