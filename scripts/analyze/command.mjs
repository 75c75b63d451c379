import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureGrantedBuild } from '../build-if-needed.mjs';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { AnalysisBrowser } from './analysis-browser.mjs';
import { readBatch, readSingleClaim } from './claims-to-analyze.mjs';

const USAGE = `Usage: npm run -s analyze -- [--listing FILE]… [--packing FILE]… [--seen FILE]… [--claim FILE.json] [OPTIONS] FILE…
       npm run -s analyze -- [OPTIONS] --batch FILE.jsonl
Options: --checks id,…          run these checks only
         --packed-at MOMENT     when the packing files arrived (ISO 8601 with a zone); now unless said
         --trust-list FILE.pem  certificates of C2PA signers to trust
         --pack OUT.zip         also write the claim's evidence pack (not with --batch)
         --language zh-CN|en    of the evidence pack; zh-CN unless said`;
const LANGUAGES = ['zh-CN', 'en'];

/**
 * @param {string[]} argv arguments after the script's name
 * @returns {Promise<number>} exit status: 0 unless the tool itself failed, 2 for a wrong call
 */
export async function analyzeFromCommandLine(argv) {
  let claims;
  let trustList;
  let pack;
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        listing: { type: 'string', multiple: true, default: [] },
        packing: { type: 'string', multiple: true, default: [] },
        'packed-at': { type: 'string' },
        seen: { type: 'string', multiple: true, default: [] },
        claim: { type: 'string' },
        checks: { type: 'string' },
        batch: { type: 'string' },
        'trust-list': { type: 'string' },
        pack: { type: 'string' },
        language: { type: 'string', default: LANGUAGES[0] },
      },
    });
    trustList = values['trust-list'] && readTrustListFile(values['trust-list']);
    const checks = values.checks ? values.checks.split(',').filter(Boolean) : [];
    if (values.batch ? positionals.length > 0 : positionals.length === 0) throw new Error('No pictures to analyse');
    if (values.pack && values.batch) throw new Error('--pack takes one claim, not a batch');
    if (!LANGUAGES.includes(values.language)) throw new Error(`Unknown language ${values.language}`);
    pack = values.pack && { file: values.pack, language: values.language };
    claims = values.batch
      ? readBatch(values.batch, checks)
      : [readSingleClaim({ ...values, packedAt: values['packed-at'], files: positionals, checks })];
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  const browser = await AnalysisBrowser.launch({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    trustList,
    pack,
  });
  try {
    await printInOrder(claims, browser);
    return 0;
  } finally {
    await browser.close();
  }
}

function readTrustListFile(path) {
  const text = readFileSync(path, 'utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new Error(`No certificate in ${path}`);
  return text;
}

/** Runs the claims in the browser's pool and prints each claim's lines as soon as those before it are out. */
async function printInOrder(claims, browser) {
  const finished = new Map();
  let nextToPrint = 0;
  let nextToRun = 0;
  const runNext = async (slot) => {
    while (nextToRun < claims.length) {
      const index = nextToRun++;
      finished.set(index, await browser.analyse(claims[index], slot));
      for (; finished.has(nextToPrint); nextToPrint++) {
        for (const line of finished.get(nextToPrint)) process.stdout.write(`${JSON.stringify(line)}\n`);
        finished.delete(nextToPrint);
      }
    }
  };
  await Promise.all(Array.from({ length: browser.slots }, (_, slot) => runNext(slot)));
}
