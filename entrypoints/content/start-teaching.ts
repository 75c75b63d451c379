import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { sendMessage } from '../../utils/messages.ts';

/** Both scripts run in the extension's isolated world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensFieldsToTeach?: readonly TaughtField[] };

/** Opens the teaching overlay on this page, which asks for these fields, or for all where none is named. */
export async function startTeaching(fields: readonly TaughtField[]): Promise<void> {
  scope.refundLensFieldsToTeach = fields;
  await sendMessage('teach.load', undefined);
}

/** The fields that the overlay was opened for, once; none where the toolbar opened it. */
export function takeFieldsToTeach(): readonly TaughtField[] {
  const fields = scope.refundLensFieldsToTeach ?? [];
  delete scope.refundLensFieldsToTeach;
  return fields;
}
