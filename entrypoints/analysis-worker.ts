import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerHelperRequests } from '../utils/engine/worker/answer-helper-requests.ts';
import { answerWorkerRequests } from '../utils/engine/worker/answer-worker-requests.ts';
import { HELPER_NAME } from '../utils/engine/worker/helper-protocol.ts';

/** One script for both workers: most of it is the checks, and they are needed in both. */
export default defineUnlistedScript(() => {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  if (scope.name === HELPER_NAME) answerHelperRequests(scope);
  else answerWorkerRequests(scope);
});
