import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureGrantedBuild } from '../build-if-needed.mjs';
import { hasDisplay } from '../launch-browser.mjs';
import { PageReader } from '../read-claim/page-reader.mjs';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { cleanPage } from './clean-page.mjs';
import { isKnownLabel } from './known-label.mjs';
import { PersonalData } from './personal-data.mjs';

const USAGE = `Usage: npm run save-page -- --page FILE.html|FILE.mhtml [--url URL] --out FILE.html
       npm run save-page -- --open URL --out FILE.html
--url is needed for an .html file; an .mhtml file has its address in it.
--open shows a browser: log in, open the claim, then press Enter here.`;

/**
 * @param {string[]} argv arguments after the script's name
 * @returns {Promise<number>} exit status: 0 unless the tool itself failed, 2 for a wrong call
 */
export async function savePageFromCommandLine(argv) {
  let wanted;
  try {
    wanted = pageToSave(argv);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  const executablePath = ensureBrowser();
  const data = new PersonalData(randomUUID(), isKnownLabel);
  const saved = wanted.open
    ? await cleanOpened(wanted.open, executablePath, data)
    : await cleanFile(wanted, executablePath, data);
  const url = new URL(data.replaceAddress(saved.address));
  const reader = await PageReader.launch({ executablePath, extensionDir: ensureGrantedBuild() });
  try {
    const read = await reader.read({ url, html: saved.html, assets: null });
    writeFixture(wanted.out, saved.html, url, read?.reading ?? null);
  } finally {
    await reader.close();
  }
  return 0;
}

function pageToSave(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { page: { type: 'string' }, url: { type: 'string' }, open: { type: 'string' }, out: { type: 'string' } },
  });
  if (!values.out?.endsWith('.html')) throw new Error('--out names the .html file to write');
  if (values.open) {
    if (!hasDisplay()) throw new Error('--open needs a display');
    return { open: values.open, out: values.out };
  }
  if (!values.page || !existsSync(values.page)) throw new Error(`No such page: ${values.page ?? ''}`);
  const url = values.url ?? /^Snapshot-Content-Location:\s*(\S+)/m.exec(readFileSync(values.page, 'utf8'))?.[1];
  if (!url || !URL.canParse(url)) throw new Error('The address that the page had is needed');
  return { page: resolve(values.page), url, out: values.out };
}

async function cleanFile({ page: file, url }, executablePath, data) {
  // Nothing that the page names is fetched, and none of its scripts run.
  const browser = await chromium.launch({
    executablePath,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded' });
    return { html: await cleanPage(page, data), address: url };
  } finally {
    await browser.close();
  }
}

async function cleanOpened(address, executablePath, data) {
  const browser = await chromium.launch({ executablePath, headless: false });
  try {
    const page = await (await browser.newContext({ viewport: null })).newPage();
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    await terminal.question('Open the claim in the browser, then press Enter here. 请在浏览器里打开售后单，再按回车。');
    terminal.close();
    const shown = page.context().pages().at(-1);
    const url = shown.url();
    return { html: await cleanPage(shown, data), address: url };
  } finally {
    await browser.close();
  }
}

/** The page and, beside it, the claim that the extension reads on it, for a person to check. */
function writeFixture(out, html, url, reading) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  const claim = reading?.ready ? reading.claim : null;
  const { fieldSources, missing, evidence, product, pageUrl, platform, timeZone, readAt, ...fields } = claim ?? {};
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const expected = {
    url: url.href,
    now: readAt ?? new Date().toISOString(),
    claim: known,
    product: product ?? {},
    evidence: (evidence ?? []).map((item) => `${item.role} ${item.url}`),
  };
  const json = join(
    dirname(out),
    `${out
      .split('/')
      .at(-1)
      .replace(/\.html$/, '')}.json`,
  );
  writeFileSync(json, `${JSON.stringify(expected, null, 2)}\n`);
  console.error(`${out}\n${json}`);
  console.error(
    claim
      ? `Not on the page: ${missing.join(', ') || '–'}`
      : `No claim was read: ${reading?.reason ?? 'the extension does not run there'}`,
  );
  console.error('Look through both files before you share them. 分享前请先自己看一遍，确认没有个人信息。');
}
