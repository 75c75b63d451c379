import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';

/** `sysconf(_SC_CLK_TCK)` of Linux. */
const TICKS_PER_SECOND = 100;

/** Memory of one process in bytes: all that is in RAM, and what is its own (neither files nor shared). */
export interface ProcessMemory {
  readonly residentBytes: number;
  readonly ownBytes: number;
}

/** The process that holds an extension's pages and workers. */
export async function extensionProcessOf(context: BrowserContext): Promise<number> {
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo.find(
    ({ type, id }) =>
      type === 'renderer' && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process'),
  );
  if (!found) throw new Error('The extension has no process of its own');
  return found.id;
}

export function memoryOf(processId: number): ProcessMemory {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  const bytesOf = (field: string) => 1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  return { residentBytes: bytesOf('VmRSS'), ownBytes: bytesOf('RssAnon') };
}

/** The most that a process held while something ran, looked at 50 times a second. */
export async function peakWhile<T>(
  processId: number,
  work: () => Promise<T>,
): Promise<{ peak: ProcessMemory; result: T }> {
  let peak = memoryOf(processId);
  const timer = setInterval(() => {
    const now = memoryOf(processId);
    peak = {
      residentBytes: Math.max(peak.residentBytes, now.residentBytes),
      ownBytes: Math.max(peak.ownBytes, now.ownBytes),
    };
  }, 20);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(timer);
  }
}

/** Processor time that a process has used so far, all its threads together, in milliseconds. */
export function processorTimeOf(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * (1000 / TICKS_PER_SECOND);
}
