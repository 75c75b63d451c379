import initialise, { WasmReader } from '@contentauth/c2pa-wasm';
import type { CaseDatabase } from '../../cases/database.ts';
import { readTrustList } from '../../cases/trust-list.ts';
import { c2paReaderOfWasm } from '../c2pa/c2pa-reader-of-wasm.ts';
import { bundledTrustList } from './bundled-trust-list.ts';
import type { LoadedTool } from './load-tools.ts';

let initialising: Promise<unknown> | null = null;

/** Loads the C2PA reader into this worker once; the trust list is read anew each time, as the seller may change it. */
export async function loadC2pa(database: CaseDatabase): Promise<LoadedTool<'c2pa'>> {
  initialising ??= initialise({ module_or_path: `${self.location.origin}/c2pa/c2pa.wasm` });
  try {
    await initialising;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return { tool: c2paReaderOfWasm(WasmReader, await readTrustList(database, await bundledTrustList())) };
}
