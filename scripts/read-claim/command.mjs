import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureGrantedBuild } from '../build-if-needed.mjs';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { describeReading } from './describe-reading.mjs';
import { PageReader } from './page-reader.mjs';

const USAGE = 'Usage: npm run -s read-claim -- --url URL --page FILE.html [--assets DIR]';

/**
 * @param {string[]} argv arguments after the script's name
 * @returns {Promise<number>} exit status: 0 unless the tool itself failed, 2 for a wrong call
 */
export async function readClaimFromCommandLine(argv) {
  let page;
  try {
    page = pageToRead(argv);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  const reader = await PageReader.launch({ executablePath: ensureBrowser(), extensionDir: ensureGrantedBuild() });
  try {
    const reading = await reader.read(page);
    process.stdout.write(`${JSON.stringify(describeReading(reading), null, 2)}\n`);
    return 0;
  } finally {
    await reader.close();
  }
}

function pageToRead(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { url: { type: 'string' }, page: { type: 'string' }, assets: { type: 'string' } },
  });
  if (!values.url || !values.page) throw new Error('An address and a page are needed');
  if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol)) {
    throw new Error(`No address of a web page: ${values.url}`);
  }
  if (values.assets && !statSync(values.assets, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`No such folder: ${values.assets}`);
  }
  return { url: new URL(values.url), html: readFileSync(values.page), assets: values.assets ?? null };
}
