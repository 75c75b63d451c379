import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trustListAsset } from '../../../scripts/trust-list-asset.mjs';

const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

describe('the list that a build carries', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trust-list-asset-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const written = (): unknown => JSON.parse(readFileSync(trustListAsset(folder).absoluteSrc, 'utf8'));

  it('is empty unless one was named', () => {
    vi.stubEnv('REFUND_LENS_TRUST_LIST', '');
    expect(written()).toEqual({ pem: '', date: null });
  });

  it("has the file's date, or the one that was given", () => {
    const file = join(folder, 'list.pem');
    writeFileSync(file, PEM);
    utimesSync(file, new Date('2026-08-12T10:00:00Z'), new Date('2026-08-12T10:00:00Z'));
    vi.stubEnv('REFUND_LENS_TRUST_LIST', file);
    expect(written()).toEqual({ pem: PEM, date: '2026-08-12' });
    vi.stubEnv('REFUND_LENS_TRUST_LIST_DATE', '2026-08-01');
    expect(written()).toEqual({ pem: PEM, date: '2026-08-01' });
    vi.stubEnv('REFUND_LENS_TRUST_LIST_DATE', 'August');
    expect(() => trustListAsset(folder)).toThrow('no date');
  });

  it('ends the build where the file holds no certificate', () => {
    writeFileSync(join(folder, 'empty.pem'), 'nothing');
    vi.stubEnv('REFUND_LENS_TRUST_LIST', join(folder, 'empty.pem'));
    expect(() => trustListAsset(folder)).toThrow('no certificate');
  });

  it('is not written again while it stays the same', () => {
    const { absoluteSrc } = trustListAsset(folder);
    utimesSync(absoluteSrc, 1, 1);
    trustListAsset(folder);
    expect(statSync(absoluteSrc).mtimeMs).toBe(1000);
  });
});
