import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../scripts/setup/ensure-dependencies.mjs';

const wanted = {
  packages: {
    '': {},
    'node_modules/react': { version: '19.3.1' },
    'node_modules/sharp-darwin': { version: '0.35.5', optional: true },
  },
};

describe('isInstalled', () => {
  it('accepts every wanted version, and a missing package for another system', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/react': { version: '19.3.1' } } })).toBe(true);
  });

  it.each([
    ['a missing package', {}],
    ['another version', { 'node_modules/react': { version: '19.2.0' } }],
    [
      'another version of an optional package',
      { 'node_modules/react': { version: '19.3.1' }, 'node_modules/sharp-darwin': { version: '0.34.0' } },
    ],
  ])('refuses %s', (_, packages) => {
    expect(isInstalled(wanted, { packages })).toBe(false);
  });
});
