import { describe, expect, it, vi } from 'vitest';
import { defineCheck, done } from '../../../utils/checks/check.ts';
import { runCheck } from '../../../utils/engine/run-check.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { makeMatroska } from '../../fixtures/files/make-matroska.ts';
import { pictureOfBytes } from '../../fixtures/files/run-check.ts';

const pixels = { width: 1, height: 1, rgba: new Uint8ClampedArray(4), sourceWidth: 1, sourceHeight: 1 };
const picture = pictureOf({ pixels });
const blind = pictureOf({ pixels: null });
const video = pictureOfBytes(makeMatroska([]));
const input = checkInput({ picture });
const check = (needs: Parameters<typeof defineCheck>[0]['needs'], run = () => done({ ran: true })) =>
  defineCheck({ id: 'probe', version: 1, needs, source: 'test', run });

describe('runCheck', () => {
  it('runs a check that has what it needs', async () => {
    expect((await runCheck(check(['pixels']), input, false)).outcome).toEqual({
      status: 'done',
      measured: { ran: true },
      findings: [],
    });
  });

  it.each([
    ['pixels-unreadable', checkInput({ picture: blind }), false],
    ['pixels-altered', input, true],
    ['video', checkInput({ picture: video }), false],
  ])('skips a check of pixels: %s', async (reason, given, altered) => {
    expect((await runCheck(check(['pixels']), given, altered)).outcome).toEqual({ status: 'skipped', reason });
  });

  it('skips a comparison when there is no listing picture that can be seen', async () => {
    expect((await runCheck(check(['listing']), input, false)).outcome).toEqual({
      status: 'skipped',
      reason: 'no-listing',
    });
    expect((await runCheck(check(['listing']), checkInput({ picture, listing: [blind] }), false)).outcome).toEqual({
      status: 'skipped',
      reason: 'no-listing',
    });
    expect(
      (await runCheck(check(['listing']), checkInput({ picture, listing: [picture] }), false)).outcome.status,
    ).toBe('done');
  });

  it('skips a comparison within the claim when there is no other picture that can be seen', async () => {
    const alone = [input, checkInput({ picture, siblings: [blind] })];
    for (const given of alone)
      expect((await runCheck(check(['siblings']), given, false)).outcome).toEqual({
        status: 'skipped',
        reason: 'no-siblings',
      });
    const inCompany = checkInput({ picture, siblings: [blind, picture] });
    expect((await runCheck(check(['siblings']), inCompany, false)).outcome.status).toBe('done');
  });

  it('reads no file behind a picture that the extension made itself', async () => {
    const capture = checkInput({ picture: { ...picture, madeFrom: { kind: 'screen-area' } } });
    expect((await runCheck(check(['received-file']), capture, false)).outcome).toEqual({
      status: 'skipped',
      reason: 'made-from-screen-area',
    });
    expect((await runCheck(check(['pixels']), capture, false)).outcome.status).toBe('done');
    expect((await runCheck(check(['received-file']), input, false)).outcome.status).toBe('done');
  });

  it('turns a throw into a failure that names it', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = check([], () => {
      throw new RangeError('offset 9 of 4');
    });
    expect((await runCheck(broken, input, false)).outcome).toEqual({
      status: 'failed',
      reason: 'threw',
      params: { detail: 'offset 9 of 4' },
    });
    silence.mockRestore();
  });
});
