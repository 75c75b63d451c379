import { parentPort, workerData } from 'node:worker_threads';
import { SCENES } from './scenes.mjs';
import { traceRows } from './trace-scene.mjs';

const { name, pixels, firstRow, stride, scale } = workerData;
const scene = SCENES[name];
const size = { width: Math.round(scene.width * scale), height: Math.round(scene.height * scale) };
traceRows({ ...scene, ...size }, pixels, firstRow, stride);
parentPort.postMessage('done');
