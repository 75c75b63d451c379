import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerChannel } from '../utils/claims/payload/answer-channel.ts';
import { observeResponses } from '../utils/claims/payload/observe-responses.ts';

/** Runs in the page's own world before its scripts: reads along as the page reads its server's answers. */
export default defineUnlistedScript(() => {
  const send = offerChannel(document, crypto.randomUUID());
  observeResponses(globalThis as never, send);
});
