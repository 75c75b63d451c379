import { describe, expect, it } from 'vitest';
import { withMats } from '../../../../utils/image/registration/mat-scope.ts';

describe('withMats', () => {
  const object = (freed: string[], name: string) => ({ delete: () => void freed.push(name) });

  it('frees what was kept, last first, and returns the value', () => {
    const freed: string[] = [];
    const value = withMats((keep) => {
      keep(object(freed, 'a'));
      keep(object(freed, 'b'));
      return 7;
    });
    expect(value).toBe(7);
    expect(freed).toEqual(['b', 'a']);
  });

  it('frees what was kept when the work throws', () => {
    const freed: string[] = [];
    const fail = () =>
      withMats((keep) => {
        keep(object(freed, 'a'));
        throw new Error('broken');
      });
    expect(fail).toThrow('broken');
    expect(freed).toEqual(['a']);
  });
});
