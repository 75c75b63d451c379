import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/checks/check.ts';
import { claimVerdict, countedGrade, pictureVerdict } from '../../../utils/checks/verdict.ts';

const finding = (parts: Partial<Finding>): Finding => ({ check: 'c', kind: 'k', grade: 'clue', params: {}, ...parts });

describe('countedGrade', () => {
  it('holds back a proof that nobody has confirmed', () => {
    expect(countedGrade(finding({ grade: 'proof', confirmed: false }), undefined)).toBe('strong');
    expect(countedGrade(finding({ grade: 'proof', confirmed: false }), 'confirmed')).toBe('proof');
    expect(countedGrade(finding({ grade: 'proof' }), undefined)).toBe('proof');
  });

  it('lets what may be a drawing count for a clue, and for proof once a person has looked', () => {
    expect(countedGrade(finding({ grade: 'strong', confirmed: false }), undefined)).toBe('clue');
    expect(countedGrade(finding({ grade: 'strong', confirmed: false }), 'confirmed')).toBe('proof');
    expect(countedGrade(finding({ grade: 'clue', confirmed: false }), 'confirmed')).toBe('clue');
    expect(countedGrade(finding({ grade: 'strong' }), undefined)).toBe('strong');
  });

  it('drops a finding that the seller marked wrong', () => {
    expect(countedGrade(finding({ grade: 'proof' }), 'wrong')).toBeNull();
  });
});

describe('verdicts', () => {
  it('takes the highest grade of a picture', () => {
    expect(pictureVerdict(['note', 'strong', 'clue'], true)).toBe('strong');
  });

  it('never calls a picture clean that was not looked at, and never throws away what its file says', () => {
    expect(pictureVerdict([], true)).toBe('none');
    expect(pictureVerdict([], false)).toBe('cannot-judge');
    expect(pictureVerdict(['strong'], false)).toBe('strong');
  });

  it('takes the highest verdict of a claim', () => {
    expect(claimVerdict(['none', 'clue', 'cannot-judge'])).toBe('clue');
    expect(claimVerdict(['none', 'cannot-judge'])).toBe('none');
    expect(claimVerdict([])).toBe('cannot-judge');
  });
});
