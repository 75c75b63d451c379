import { Script } from 'node:vm';
import { file } from '../../utils/checks/file.ts';
import { metadata } from '../../utils/checks/metadata.ts';
import { holdsC2paManifest } from '../../utils/image/c2pa-container.ts';
import { containerOf } from '../../utils/image/containers/walk-container.ts';
import { embeddedThumbnail } from '../../utils/image/embedded-thumbnail.ts';
import { readQuantisationTables } from '../../utils/image/quantisation-tables.ts';
import { CLAIM, checkInput } from '../fixtures/check-input.ts';
import { pictureOfBytes } from '../fixtures/files/run-check.ts';

/**
 * Processor time. A file of a few hundred kilobytes is read in milliseconds; a second's worth of work is a way to hold
 * the worker up.
 */
export const MAX_LOOK_MS = 5_000;
/** By the clock: how long to wait at first before asking how much of that time the processor was had. */
const FIRST_WAIT_MS = 10_000;

/** The bytes travel to the timed script by this name. */
const scope = globalThis as { lookAtMutatedFile?: () => void };
const timed = new Script('lookAtMutatedFile()');

/**
 * Has every pure reader look at a file, and holds that its answer is one: stored as JSON, with offsets inside the file.
 * @throws what a reader threw, or Error when it is not done within `MAX_LOOK_MS`
 */
export function lookAtFile(name: string, bytes: Uint8Array): void {
  scope.lookAtMutatedFile = () => read(name, bytes);
  try {
    for (let waitMs = FIRST_WAIT_MS; !looked(waitMs); waitMs *= 2);
  } finally {
    delete scope.lookAtMutatedFile;
  }
}

/** False where the machine had so much else to do that nothing is known yet. */
function looked(waitMs: number): boolean {
  const before = process.cpuUsage();
  try {
    timed.runInThisContext({ timeout: waitMs });
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    const isInterrupted = (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    if (isInterrupted && (user + system) / 1000 < MAX_LOOK_MS) return false;
    throw error;
  }
  return true;
}

function read(name: string, bytes: Uint8Array): void {
  const picture = pictureOfBytes(bytes, name);
  const { type } = picture;
  const container = containerOf(picture);
  if (container) {
    if (container.endOffset !== null && container.endOffset > bytes.length)
      throw new Error('The end is behind the file');
    if (container.parts.some(({ dataOffset, sizeBytes }) => sizeBytes > 0 && dataOffset + sizeBytes > bytes.length))
      throw new Error('A part ends behind the file');
    embeddedThumbnail(bytes, container);
    holdsC2paManifest(bytes, container);
    if (type === 'jpeg') readQuantisationTables(bytes, container);
  }
  for (const check of [file, metadata]) {
    const outcome = check.run(checkInput({ picture, claim: CLAIM }));
    if (outcome instanceof Promise) throw new Error(`${check.id} is not answered at once`);
    if (JSON.stringify(outcome) === undefined) throw new Error(`${check.id} gave no answer`);
  }
}
