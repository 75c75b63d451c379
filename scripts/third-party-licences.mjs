// Lists the licences of every package whose code is in the extension: `npm run licences` writes THIRD_PARTY_LICENSES.md,
// which the build also puts into the package. `--check` fails when the file is not what it would write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundledPackages } from './bundled-packages.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FILE = join(ROOT, 'THIRD_PARTY_LICENSES.md');
function sectionOf(name) {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licenceFile = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  const text = licenceFile
    ? readFileSync(join(folder, licenceFile), 'utf8').trim()
    : `Licence file not included by the package. Author: ${author?.name ?? author ?? 'not stated'}.`;
  return `## ${name} ${version}\n\nLicence: ${license}\n\n\`\`\`\n${text}\n\`\`\`\n`;
}

const written = `# Third-party licences\n\nCode of these packages is part of the extension.\n\n${bundledPackages(ROOT).map(sectionOf).join('\n')}`;
if (!process.argv.includes('--check')) writeFileSync(FILE, written);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== written) {
  console.error('THIRD_PARTY_LICENSES.md is not up to date: run `npm run licences`');
  process.exitCode = 1;
}
