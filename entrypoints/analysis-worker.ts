import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerWorkerRequests } from '../utils/engine/worker/answer-worker-requests.ts';

export default defineUnlistedScript(() => answerWorkerRequests(self as unknown as DedicatedWorkerGlobalScope));
