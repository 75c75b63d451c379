import { availableParallelism } from 'node:os';
import { launchWithExtension } from '../launch-browser.mjs';
import { isFile } from './claims-to-analyze.mjs';

const MAX_SLOTS = 4;
/** For all pictures of one claim: seconds that no claim takes unless the machine is overwhelmed. */
const CLAIM_TIMEOUT_SECONDS = 1800;
/** For one check on one picture, twice what the panel allows: several claims run at once. */
const CHECK_TIMEOUT_SECONDS = 120;
/** Workers that end with no check running, after which a claim is given up: nobody can say what they were lost at. */
const MAX_UNEXPLAINED_LOSSES = 5;

/**
 * Headless Chromium with the built extension. Files go through the extension's own analysis worker, one worker a slot;
 * no network is reachable.
 */
export class AnalysisBrowser {
  #launched;
  #page;
  #trustList;
  #pack;
  #count = 0;

  /** How many claims run at once. */
  slots = Math.min(MAX_SLOTS, Math.max(1, availableParallelism()));

  /**
   * @param {object} options
   * @param {string} options.executablePath
   * @param {string} options.extensionDir
   * @param {string} [options.trustList] PEM text
   * @param {{ file: string, language: string }} [options.pack] where the claim's evidence pack is written, for one claim
   */
  static async launch({ executablePath, extensionDir, trustList, pack }) {
    const browser = new AnalysisBrowser();
    browser.#trustList = trustList;
    browser.#pack = pack;
    browser.#launched = await launchWithExtension({ executablePath, extensionDir, hostPort: null, headless: true });
    const { context, extensionId } = browser.#launched;
    browser.#page = await context.newPage();
    await browser.#page.goto(`chrome-extension://${extensionId}/popup.html`);
    await browser.#page.evaluate(prepareSlots, {
      slots: browser.slots,
      limits: {
        claimMs: CLAIM_TIMEOUT_SECONDS * 1000,
        checkMs: CHECK_TIMEOUT_SECONDS * 1000,
        unexplainedLosses: MAX_UNEXPLAINED_LOSSES,
      },
    });
    return browser;
  }

  /** The extension's page that starts the workers. */
  get page() {
    return this.#page;
  }

  /**
   * Analyses one claim.
   * @param {import('./claims-to-analyze.mjs').ClaimToAnalyse} claim
   * @param {number} slot from 0 to `slots - 1`; one claim at a time a slot
   * @returns {Promise<object[]>} one line per evidence file, in input order
   */
  async analyse(claim, slot) {
    const { packing = [] } = claim;
    const there = claim.files.filter(({ path }) => isFile(path));
    const all = [...there, ...claim.listing, ...packing, ...claim.seen];
    await this.#page.setInputFiles(
      `#slot-${slot}`,
      all.map(({ path }) => path),
    );
    const lines = await this.#page.evaluate(analyseInSlot, {
      slot,
      requestId: `${++this.#count}`,
      names: {
        evidence: there.map(nameOf),
        listing: claim.listing.map(nameOf),
        packing: packing.map(nameOf),
        seen: claim.seen.map(nameOf),
      },
      packedAt: claim.packedAt,
      claim: claim.claim,
      checks: claim.checks,
      trustList: this.#trustList,
      packLanguage: this.#pack?.language,
    });
    if (this.#pack) await this.#savePack();
    const answers = lines[Symbol.iterator]();
    return claim.files.map((file) => ({
      ...(claim.id === undefined ? {} : { id: claim.id }),
      ...(there.includes(file) ? answers.next().value : unanswered(file.name, 'file-not-found')),
    }));
  }

  /** @throws Error when no pack was made */
  async #savePack() {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), this.#page.evaluate(downloadPack)]);
    await download.saveAs(this.#pack.file);
  }

  async close() {
    await this.#launched.close();
  }
}

const nameOf = ({ name }) => name;

function unanswered(file, reason) {
  return {
    file,
    sha256: null,
    verdict: 'cannot-judge',
    reason,
    findings: [],
    measured: {},
    skipped: [],
    failed: [],
    timingsMs: {},
  };
}

/** Runs in the extension's page: a file input and a worker for every slot. */
function prepareSlots({ slots, limits }) {
  globalThis.slotLimits = limits;
  globalThis.slotWorkers = [];
  for (let slot = 0; slot < slots; slot++) {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = `slot-${slot}`;
    document.body.append(input);
  }
}

/** Runs in the extension's page: hands the pack that was made last to the browser's downloads. */
function downloadPack() {
  if (!globalThis.packMade) throw new Error('No evidence pack was made');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(globalThis.packMade);
  link.download = 'pack.zip';
  link.click();
}

/** Runs in the extension's page: hands a slot's files to its worker and waits for the lines. */
function analyseInSlot({ slot, requestId, names, packedAt, claim, checks, trustList, packLanguage }) {
  const files = [...document.getElementById(`slot-${slot}`).files];
  const take = (list) => list.map((name) => ({ name, file: files.shift() }));
  const request = {
    evidence: take(names.evidence),
    listing: take(names.listing),
    packing: take(names.packing),
    ...(packedAt ? { packedAt } : {}),
    seen: take(names.seen),
    claim,
    checks,
    ...(trustList ? { trustList } : {}),
    ...(packLanguage
      ? {
          pack: {
            language: packLanguage,
            blurred: {},
            madeAt: new Date().toISOString(),
            version: globalThis.chrome.runtime.getManifest().version,
          },
        }
      : {}),
  };
  return new Promise((resolve) => {
    let unexplainedLosses = 0;
    /** The checks that are running, at most one in each of the two workers. */
    const steps = new Map();
    const timer = setTimeout(() => giveUp('timed-out', ''), globalThis.slotLimits.claimMs);
    ask(request);

    function ask(files) {
      globalThis.slotWorkers[slot] ??= new Worker('/analysis-worker.js');
      const worker = globalThis.slotWorkers[slot];
      worker.onerror = (event) => goOnWithout('worker-crashed', { detail: event.message ?? '' });
      worker.onmessage = ({ data }) => hear(data);
      worker.postMessage({ type: 'analyse-files', requestId, files });
    }

    function hear(data) {
      const key = `${data.check} ${data.pictureId}`;
      if (data.type === 'check-started') {
        const { pictureId, check, isBeside } = data;
        steps.set(key, {
          pictureId,
          check,
          isBeside,
          watch: setTimeout(isOverdue, globalThis.slotLimits.checkMs, key),
        });
      } else if (data.type === 'check-ended') {
        clearTimeout(steps.get(key)?.watch);
        steps.delete(key);
      } else if (data.type === 'check-broke') {
        goOnWithout('worker-crashed', { detail: data.detail }, data);
      } else if (data.requestId === requestId) {
        clearTimeout(timer);
        forgetSteps();
        globalThis.packMade = data.pack?.zip;
        if (data.type === 'files-analysed') resolve(data.lines);
        else giveUp('analysis-broke', data.detail);
      }
    }

    /** What runs beside is heard of through the other worker: while that is at a check, its own watch decides. */
    function isOverdue(key) {
      const { checkMs } = globalThis.slotLimits;
      const step = steps.get(key);
      if (step.isBeside && stepHere()) step.watch = setTimeout(isOverdue, checkMs, key);
      else goOnWithout('check-timed-out', { seconds: checkMs / 1000 }, step);
    }

    function stepHere() {
      return [...steps.values()].find(({ isBeside }) => !isBeside);
    }

    /** As the extension's own host does: the step is recorded as failed, and the rest goes on in a new worker. */
    function goOnWithout(reason, params, step = stepHere()) {
      const givenUp = step ? { pictureId: step.pictureId, check: step.check, reason, params } : null;
      endWorker();
      if (givenUp) ask({ ...request, givenUp });
      else if (++unexplainedLosses > globalThis.slotLimits.unexplainedLosses) giveUp(reason, params.detail ?? '');
      else ask({ ...request, givenUp: null });
    }

    function giveUp(reason, detail) {
      endWorker();
      clearTimeout(timer);
      resolve(names.evidence.map((file) => brokenLine(file, reason, detail)));
    }

    function forgetSteps() {
      for (const { watch } of steps.values()) clearTimeout(watch);
      steps.clear();
    }

    function endWorker() {
      forgetSteps();
      globalThis.slotWorkers[slot]?.terminate();
      globalThis.slotWorkers[slot] = undefined;
    }
  });

  function brokenLine(file, reason, detail) {
    return {
      file,
      sha256: null,
      verdict: 'cannot-judge',
      reason,
      findings: [],
      measured: {},
      skipped: [],
      failed: [{ check: 'analysis', reason, params: { detail } }],
      timingsMs: {},
    };
  }
}
