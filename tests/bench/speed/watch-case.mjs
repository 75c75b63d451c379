/**
 * @typedef {object} SeenResult a check's result on one picture
 * @property {number} at Unix time in milliseconds at which it was first seen in the database
 * @property {string} check
 * @property {string} pictureId
 * @property {string} status
 * @property {number} elapsedMs
 * @property {number} findingCount
 *
 * @typedef {object} WatchedCase
 * @property {SeenResult[]} results in the order in which they were seen
 * @property {{ name: string, role: string, decodeMs: number | null }[]} pictures
 * @property {number} doneAt Unix time in milliseconds
 */

/**
 * Watches the case of one order from a page of the extension until it is done: reads what is stored whenever the extension
 * says that a case has changed. Runs in that page, so it uses nothing from outside. Reading takes some of the machine's time
 * too: what it sees is late rather than early. Each result is read once, since the page is in the process whose memory is looked at.
 * @param {string} orderId
 * @returns {Promise<WatchedCase>}
 */
export async function watchCase(orderId) {
  const opening = indexedDB.open('refund-lens');
  const database = await new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const store = (name) => database.transaction(name).objectStore(name);
  let changedCase = null;
  let wake = () => undefined;
  const hear = ({ type, data }) => {
    if (type !== 'case.changed') return;
    changedCase = data.caseId;
    wake();
  };
  chrome.runtime.onMessage.addListener(hear);
  const seen = new Map();
  for (;;) {
    if (changedCase === null) await new Promise((resolve) => (wake = resolve));
    const caseId = changedCase;
    changedCase = null;
    const stored = await asked(store('cases').get(caseId));
    if (stored?.orderId !== orderId) continue;
    const keys = await asked(store('results').index('by-case').getAllKeys(caseId));
    const at = Date.now();
    for (const key of keys.filter(([pictureId, check]) => !seen.has(`${check} ${pictureId}`))) {
      const { check, pictureId, elapsedMs, outcome } = await asked(store('results').get(key));
      const findingCount = outcome.status === 'done' ? outcome.findings.length : 0;
      seen.set(`${check} ${pictureId}`, { at, check, pictureId, elapsedMs, status: outcome.status, findingCount });
    }
    if (stored.status !== 'done') continue;
    const pictures = await asked(store('pictures').index('by-case').getAll(caseId));
    chrome.runtime.onMessage.removeListener(hear);
    database.close();
    return {
      results: [...seen.values()],
      pictures: pictures.map(({ name, role, decodeMs }) => ({ name, role, decodeMs })),
      doneAt: at,
    };
  }
}
