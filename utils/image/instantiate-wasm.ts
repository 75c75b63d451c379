/**
 * Compiles and starts a small WebAssembly module of the project at once; large ones would have to be compiled in the
 * background.
 * @param base64 the module's bytes
 */
export function instantiateWasm(base64: string): WebAssembly.Exports {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}
