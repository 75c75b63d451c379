import type { CaseDatabase } from '../../cases/database.ts';
import type { CheckInput, Need, Tool } from '../../checks/check.ts';
import { loadC2pa } from './load-c2pa.ts';
import { loadOcr } from './load-ocr.ts';
import { loadOpenCv } from './load-open-cv.ts';

/** A tool in a wrapper (OpenCV looks like a promise, and awaiting it would never end), or why it could not be loaded. */
export type LoadedTool<Name extends Tool> = { readonly tool: CheckInput[Name] } | { readonly problem: string };

/** How each tool is loaded into the worker: once, when first asked for, and kept. What the seller set is in the database. */
const LOADERS: { readonly [Name in Tool]: (database: CaseDatabase) => Promise<LoadedTool<Name>> } = {
  opencv: loadOpenCv,
  ocr: loadOcr,
  c2pa: loadC2pa,
};

/** The tools among what a check needs. */
export function toolsAmong(needs: readonly Need[]): Tool[] {
  return needs.filter((need): need is Tool => need in LOADERS);
}

/** Begins to load, so that the tools are there by the time that the pictures are. */
export function warmTools(tools: readonly Tool[], database: CaseDatabase): void {
  for (const tool of tools) void LOADERS[tool](database);
}

/** One tool, loaded into this worker. */
export function loadTool(tool: Tool, database: CaseDatabase): Promise<LoadedTool<Tool>> {
  return LOADERS[tool](database);
}
