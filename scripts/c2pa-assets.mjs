// The WebAssembly that the worker's C2PA reader is made of, as it comes in the npm package.
import { createRequire } from 'node:module';

/** @returns {{ absoluteSrc: string, relativeDest: string }[]} the file, in WXT's form for public assets */
export function c2paAssets() {
  const { resolve } = createRequire(import.meta.url);
  return [{ absoluteSrc: resolve('@contentauth/c2pa-wasm/c2pa.wasm'), relativeDest: 'c2pa/c2pa.wasm' }];
}
