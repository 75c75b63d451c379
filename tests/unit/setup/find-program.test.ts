import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../../scripts/setup/find-program.mjs';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'find-program-'));
  mkdirSync(join(root, 'first/chromium'), { recursive: true });
  mkdirSync(join(root, 'second'));
  writeFileSync(join(root, 'second/chromium'), '', { mode: 0o755 });
  writeFileSync(join(root, 'second/notes'), '', { mode: 0o644 });
});

afterAll(() => rmSync(root, { recursive: true }));

describe('findProgram', () => {
  it('takes the first candidate that can be run, and no folder of that name', () => {
    const searchPath = [join(root, 'first'), join(root, 'second')].join(delimiter);
    expect(findProgram(['google-chrome', 'chromium'], searchPath)).toBe(join(root, 'second/chromium'));
  });

  it('takes absolute paths as they are', () => {
    expect(findProgram([join(root, 'second/chromium')], '')).toBe(join(root, 'second/chromium'));
  });

  it('is null where nothing can be run, and never looks in a relative folder', () => {
    expect(findProgram(['notes'], join(root, 'second'))).toBeNull();
    expect(findProgram(['find-program.test.ts'], 'tests/unit/setup')).toBeNull();
  });
});
