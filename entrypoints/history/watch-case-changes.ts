import { onMessage } from '../../utils/messages.ts';

/** A page may listen to a message once only, and several parts of this one want to know. */
const watchers = new Set<(caseId: string) => void>();
let isListening = false;

/** Calls `onChange` with the id of every case that changes, until the function that it returns is called. */
export function watchCaseChanges(onChange: (caseId: string) => void): () => void {
  if (!isListening) {
    isListening = true;
    onMessage('case.changed', ({ data }) => {
      for (const watcher of watchers) watcher(data.caseId);
    });
  }
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}
