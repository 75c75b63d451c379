// Assembles the WebAssembly text files of the project, NAME.wat into NAME-module.ts beside it:
// `node scripts/assemble-wat.mjs`. A unit test holds that the two agree.
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

export const WAT_FILES = [
  'utils/image/change-map/predict-tone.wat',
  'utils/image/fingerprint-scan.wat',
  'utils/image/gaussian-blur.wat',
  'utils/image/registration/nearest-descriptors.wat',
  'utils/image/registration/reduce-by-area.wat',
  'utils/image/visible-marks/crop-luminance.wat',
];

const ROOT = new URL('../', import.meta.url);

/** The text of the TypeScript file that a WebAssembly text file becomes. */
export async function assembleWat(file) {
  const { parseWat } = await wabt();
  const name = file.split('/').at(-1);
  const parsed = parseWat(name, readFileSync(new URL(file, ROOT), 'utf8'), { simd: true });
  const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  parsed.destroy();
  const constant = `${name.replace('.wat', '').replaceAll('-', '_').toUpperCase()}_MODULE`;
  const lines = base64.match(/.{1,100}/g).map((line) => `  '${line}',`);
  return `/** ${name}, assembled by scripts/assemble-wat.mjs; base 64. */\nexport const ${constant} = [\n${lines.join('\n')}\n].join('');\n`;
}

export const moduleFileOf = (file) => file.replace('.wat', '-module.ts');

if (process.argv[1] === import.meta.filename)
  for (const file of WAT_FILES) writeFileSync(new URL(moduleFileOf(file), ROOT), await assembleWat(file));
