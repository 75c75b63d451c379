import { answersAbout } from '../../utils/claims/payload/answers-about.ts';
import type { ReceivedAnswers } from '../../utils/claims/payload/received-answers.ts';

/** Both scripts run in the extension's isolated world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensAnswers?: ReceivedAnswers };

/** Called by the script that runs before the page's own. */
export function offerAnswers(answers: ReceivedAnswers): void {
  scope.refundLensAnswers = answers;
}

/** What the page received about these ids; nothing where reading along is off, or began after the page. */
export function receivedAbout(ids: readonly string[]): readonly unknown[] {
  return answersAbout(scope.refundLensAnswers?.texts ?? [], ids);
}
