// Asks the linter of Firefox's add-on store about the built extension; any error, notice or warning fails but those
// named here. Run after `wxt build -b firefox`.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
/**
 * React DOM assigns innerHTML where `dangerouslySetInnerHTML` is used and where it makes a `script` element; the
 * extension does neither (Biome's noDangerouslySetInnerHtml holds that).
 */
const FROM_REACT = { code: 'UNSAFE_VAR_ASSIGNMENT', lines: /innerHTML/ };

const { stdout, stderr } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/addons-linter/bin/addons-linter'), '--output', 'json', join(ROOT, '.output/firefox-mv3')],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
if (!stdout) throw new Error(`The add-on linter said nothing: ${stderr}`);
const { errors, notices, warnings } = JSON.parse(stdout);
const found = [...errors, ...notices, ...warnings].filter(
  ({ code, message }) => code !== FROM_REACT.code || !FROM_REACT.lines.test(message),
);
for (const { _type, code, message, file, line } of found)
  console.error(`${_type} ${code}: ${message} (${file ?? 'package'}:${line ?? ''})`);
console.log(`${found.length} found by the add-on linter, ${warnings.length} assignments of React's own left aside`);
process.exitCode = found.length === 0 ? 0 : 1;
