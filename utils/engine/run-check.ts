import type { StoredResult } from '../cases/case.ts';
import type { Check, CheckInput, CheckOutcome, Tool } from '../checks/check.ts';
import { videoTypeOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';

/**
 * Runs one check on one picture. What it cannot do without is looked at first; a throw becomes `failed`, here and
 * nowhere else, so that the other checks and pictures go on.
 */
export async function runCheck(
  check: Check,
  input: CheckInput,
  pixelsAltered: boolean,
): Promise<{ readonly outcome: StoredResult['outcome']; readonly elapsedMs: number }> {
  const startedAt = performance.now();
  const outcome = missingNeed(check, input, pixelsAltered) ?? (await runGuarded(check, input));
  return { outcome, elapsedMs: Math.round((performance.now() - startedAt) * 10) / 10 };
}

/** What a check cannot do without and has not got, as its outcome; null where it has everything. */
export function missingNeed(
  check: Check,
  input: Omit<CheckInput, Tool | 'claim' | 'earlier'>,
  pixelsAltered: boolean,
): Extract<CheckOutcome, { status: 'skipped' }> | null {
  const skip = (reason: string) => ({ status: 'skipped', reason }) as const;
  const made = reasonMadeHere(check, input.picture);
  if (made) return skip(made);
  if (check.needs.includes('pixels') && pixelsAltered) return skip('pixels-altered');
  if (check.needs.includes('pixels') && input.picture.pixels === null)
    return skip(videoTypeOf(input.picture) ? 'video' : 'pixels-unreadable');
  if (check.needs.includes('listing') && !input.listing.some((picture) => picture.pixels !== null))
    return skip('no-listing');
  if (check.needs.includes('packing') && !input.packing.some(({ picture }) => picture.pixels !== null))
    return skip('no-packing');
  if (check.needs.includes('siblings') && !input.siblings.some((picture) => picture.pixels !== null))
    return skip('no-siblings');
  return null;
}

/** Why a check that reads the file has nothing to read, or null: this extension made the picture itself. */
export function reasonMadeHere({ needs }: Check, { madeFrom }: Picture): string | null {
  return madeFrom && needs.includes('received-file') ? `made-from-${madeFrom.kind}` : null;
}

async function runGuarded(check: Check, input: CheckInput): Promise<StoredResult['outcome']> {
  try {
    return await check.run(input);
  } catch (error) {
    console.error(`Check ${check.id} failed on ${input.picture.id}`, error);
    return {
      status: 'failed',
      reason: 'threw',
      params: { detail: error instanceof Error ? error.message : String(error) },
    };
  }
}
