// Makes what is handed to the add-on stores: `npm run zip` builds both browsers and writes to .output/release a package
// for each, the sources from which Firefox's reviewers build theirs, the bill of materials and the SHA-256 of all.
// `--check` makes everything twice and fails when one byte differs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { billOfMaterials } from './release/bill-of-materials.mjs';
import { zipFiles } from './release/zip-files.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const RELEASE = join(ROOT, '.output/release');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Builds one browser's extension from an empty folder. */
function build(browser) {
  rmSync(join(ROOT, `.output/${browser}-mv3`), { recursive: true, force: true });
  run(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser]);
  return join(ROOT, `.output/${browser}-mv3`);
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), file]);
}

/** What is under version control; an unpacked source package is its own list. */
function sourceFiles() {
  if (!existsSync(join(ROOT, '.git')))
    return filesBelow(ROOT).filter(([name]) => !/^(node_modules|\.output|\.wxt|\.cache)\//.test(name));
  const names = run('git', ['ls-files', '-z']).split('\0').filter(Boolean);
  return names.map((name) => [name, join(ROOT, name)]);
}

/** Name → bytes of everything that a release consists of. */
function makeRelease() {
  return new Map([
    [`refund-lens-${version}-chrome.zip`, zipFiles(filesBelow(build('chrome')))],
    [`refund-lens-${version}-firefox.zip`, zipFiles(filesBelow(build('firefox')))],
    [`refund-lens-${version}-sources.zip`, zipFiles(sourceFiles())],
    [`refund-lens-${version}-sbom.cdx.json`, Buffer.from(billOfMaterials(ROOT))],
  ]);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const release = makeRelease();
const again = process.argv.includes('--check') ? makeRelease() : release;
rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
let sums = '';
for (const [name, bytes] of release) {
  writeFileSync(join(RELEASE, name), bytes);
  const isSame = sha256(bytes) === sha256(again.get(name));
  if (!isSame) process.exitCode = 1;
  sums += `${sha256(bytes)}  ${name}\n`;
  console.log(
    `${(bytes.length / 1e6).toFixed(1).padStart(6)} MB  ${name}${isSame ? '' : '  DIFFERS from the second making'}`,
  );
}
writeFileSync(join(RELEASE, 'SHA256SUMS'), sums);
console.log(`\n${sums}\nin ${relative(process.cwd(), RELEASE) || '.'}`);
