import { expect, it } from 'vitest';
import { assembleFingerprintScan } from '../../../scripts/make-fingerprint-scan.mjs';
import { FINGERPRINT_SCAN_MODULE } from '../../../utils/image/fingerprint-scan-module.ts';

it('the module is what fingerprint-scan.wat assembles to', async () => {
  expect(FINGERPRINT_SCAN_MODULE).toBe(await assembleFingerprintScan());
});
