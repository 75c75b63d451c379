import type { LoadedTool } from './load-tools.ts';
import { type StartTesseractCore, startTesseract } from './tesseract-reader.ts';

interface TesseractScope {
  TesseractCore?: StartTesseractCore;
  importScripts(...urls: string[]): void;
}

let loading: Promise<LoadedTool<'ocr'>> | null = null;

/**
 * Loads Tesseract into this worker once, and keeps it. It runs here and not in a worker of its own, so that it ends
 * with this one.
 */
export function loadOcr(): Promise<LoadedTool<'ocr'>> {
  loading ??= start().catch((error: unknown) => ({
    problem: error instanceof Error ? error.message : String(error),
  }));
  return loading;
}

async function start(): Promise<LoadedTool<'ocr'>> {
  const folder = `${self.location.origin}/ocr`;
  const model = unpackedModel(`${folder}/chi_sim.traineddata.gz`);
  const scope = self as unknown as TesseractScope;
  scope.importScripts(`${folder}/tesseract-core.js`);
  if (!scope.TesseractCore) throw new Error('tesseract-core.js defined no TesseractCore');
  return {
    tool: await startTesseract(scope.TesseractCore, await model, () => `${folder}/tesseract-core.wasm`),
  };
}

async function unpackedModel(url: string): Promise<Uint8Array> {
  const { body } = await fetch(url);
  if (!body) throw new Error(`No model at ${url}`);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
