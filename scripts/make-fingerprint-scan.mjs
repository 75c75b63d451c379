// Assembles utils/image/fingerprint-scan.wat into fingerprint-scan-module.ts: `node scripts/make-fingerprint-scan.mjs`.
// A unit test holds that the two agree.
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const SOURCE = new URL('../utils/image/fingerprint-scan.wat', import.meta.url);
const MODULE = new URL('../utils/image/fingerprint-scan-module.ts', import.meta.url);

/** The assembled bytes in base 64. */
export async function assembleFingerprintScan() {
  const { parseWat } = await wabt();
  const parsed = parseWat('fingerprint-scan.wat', readFileSync(SOURCE, 'utf8'), { simd: true });
  try {
    return Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  } finally {
    parsed.destroy();
  }
}

if (process.argv[1] === import.meta.filename) {
  const lines = (await assembleFingerprintScan()).match(/.{1,100}/g).map((line) => `  '${line}',`);
  writeFileSync(
    MODULE,
    `/** fingerprint-scan.wat, assembled by scripts/make-fingerprint-scan.mjs; base 64. */\nexport const FINGERPRINT_SCAN_MODULE = [\n${lines.join('\n')}\n].join('');\n`,
  );
}
