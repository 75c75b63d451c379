import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { joinChannel } from '../utils/claims/payload/answer-channel.ts';
import { receivedAnswers } from '../utils/claims/payload/received-answers.ts';
import { offerAnswers } from './content/answers-of-page.ts';

/** Runs in the extension's world before the page's scripts: keeps what the page receives until a claim is read. */
export default defineUnlistedScript(() => {
  const answers = receivedAnswers();
  offerAnswers(answers);
  joinChannel(document, (text) => answers.add(text));
});
