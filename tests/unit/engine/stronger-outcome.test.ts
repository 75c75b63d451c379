import { expect, it } from 'vitest';
import type { StoredResult } from '../../../utils/cases/case.ts';
import type { Grade } from '../../../utils/checks/verdict.ts';
import { strongerOutcome } from '../../../utils/engine/stronger-outcome.ts';

const found = (...grades: Grade[]): StoredResult['outcome'] => ({
  status: 'done',
  measured: {},
  findings: grades.map((grade) => ({ check: 'listing-match', kind: `kind-${grade}`, grade, params: {} })),
});
const skipped: StoredResult['outcome'] = { status: 'skipped', reason: 'no-listing' };

it('keeps what was found with earlier pictures, unless the new ones show more', () => {
  expect(strongerOutcome(found('clue'), found('proof'))).toEqual(found('proof'));
  expect(strongerOutcome(found('proof'), found('clue'))).toEqual(found('proof'));
  expect(strongerOutcome(found('note'), found())).toEqual(found('note'));
  expect(strongerOutcome(found('clue'), skipped)).toEqual(found('clue'));
});

it('takes any answer for one that was skipped', () => {
  expect(strongerOutcome(skipped, found())).toEqual(found());
});
