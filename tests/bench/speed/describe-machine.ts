import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { ensureBrowser } from '../../../scripts/setup/ensure-browser.mjs';

/** What the figures were measured on, in one sentence. */
export function describeMachine(): string {
  const [processor] = cpus();
  const browser = execFileSync(ensureBrowser(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, ${browser.trim()}, headless.`;
}
