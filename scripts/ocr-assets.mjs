// The files of the text recogniser that the worker loads: Tesseract's script and WebAssembly, and the compact Chinese
// model, which knows Latin letters too. Everything is in the package; nothing is fetched when it runs.
import { createRequire } from 'node:module';

const FILES = {
  'tesseract-core.js': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'tesseract-core.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'chi_sim.traineddata.gz': '@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz',
};

/** @returns {{ absoluteSrc: string, relativeDest: string }[]} the three files, in WXT's form for public assets */
export function ocrAssets() {
  const { resolve } = createRequire(import.meta.url);
  return Object.entries(FILES).map(([name, source]) => ({
    absoluteSrc: resolve(source),
    relativeDest: `ocr/${name}`,
  }));
}
