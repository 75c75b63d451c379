import { caseIdOfPicture } from '../../utils/cases/case.ts';
import { makeWorkerHost } from '../../utils/engine/host.ts';
import { isOwnBackground } from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';

const host = makeWorkerHost((caseId, problem) => {
  // Nobody may be listening when the browser is closing; the database has the change already.
  sendMessage('case.changed', problem ? { caseId, problem } : { caseId }).catch((error: unknown) =>
    console.warn('case.changed was not heard', error),
  );
});

onMessage('engine.warm', ({ sender }) => {
  if (isOwnBackground(sender)) host.warm();
});
onMessage('engine.run', ({ data, sender }) => {
  if (isOwnBackground(sender)) host.run(data.caseId);
});
onMessage('engine.cancel', async ({ data, sender }) => {
  if (isOwnBackground(sender)) await host.cancel(data.caseId);
});
onMessage('engine.checkPicture', async ({ data: { pictureId, check }, sender }) => {
  if (isOwnBackground(sender)) await host.checkPicture(caseIdOfPicture(pictureId), pictureId, check);
});
onMessage('engine.cancelCheck', ({ data: { pictureId, check }, sender }) => {
  if (isOwnBackground(sender)) host.cancelCheck(pictureId, check);
});
onMessage('engine.isRunning', ({ data, sender }) => isOwnBackground(sender) && host.isRunning(data.caseId));
