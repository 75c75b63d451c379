import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assembleWat, moduleFileOf, WAT_FILES } from '../../../scripts/assemble-wat.mjs';

it.each(WAT_FILES)('%s is assembled as it stands', async (file) => {
  expect(readFileSync(moduleFileOf(file), 'utf8')).toBe(await assembleWat(file));
});
