import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../utils/checks/metadata.ts';
import { utf8 } from '../../../fixtures/files/bytes.ts';
import { exifSegment, makeJpeg } from '../../../fixtures/files/make-jpeg.ts';
import { makeTiff, type TiffTag } from '../../../fixtures/files/make-tiff.ts';
import { pictureOfBytes, runCheck } from '../../../fixtures/files/run-check.ts';

const CLAIM = {
  orderTime: '2026-11-09T20:00:00+08:00',
  dispatchTime: '2026-11-10T18:00:00+08:00',
  deliveryTime: '2026-11-13T12:00:00+08:00',
};

async function kindsFor(
  local: string,
  offset?: string,
  extra: readonly TiffTag[] = [],
  claim: object = CLAIM,
): Promise<string[]> {
  const exif: TiffTag[] = [[36867, local], ...(offset ? [[36881, offset] as TiffTag] : []), ...extra];
  const tiff = makeTiff(
    [
      [271, 'Xiaomi'],
      [272, '14'],
    ],
    exif,
  );
  const { findings } = await runCheck(metadata, pictureOfBytes(makeJpeg({ segments: [exifSegment(tiff)] })), claim);
  return findings.map(({ kind, grade }) => `${kind} ${grade}`);
}

describe('capture time', () => {
  it('is a clue when it lies before dispatch beyond every doubt', async () => {
    expect(await kindsFor('2026:11:08 10:00:00', '+08:00')).toEqual(['captured-before-dispatch clue']);
    expect(await kindsFor('2026:11:08 10:00:00')).toEqual(['captured-before-dispatch clue']);
  });

  it('states the zone that the file states', async () => {
    const tiff = makeTiff(
      [
        [271, 'a'],
        [272, 'b'],
      ],
      [
        [36867, '2026:11:08 10:00:00'],
        [36881, '+08:00'],
      ],
    );
    const { findings } = await runCheck(metadata, pictureOfBytes(makeJpeg({ segments: [exifSegment(tiff)] })), CLAIM);
    expect(findings[0]?.params).toEqual({
      capturedAt: '2026-11-08 10:00:00 (UTC+08:00)',
      reference: CLAIM.dispatchTime,
    });
  });

  // The buyer holds the item, the clock or the zone is off: every line here is an honest phone.
  it.each([
    ['taken after delivery', '2026:11:13 13:00:00', '+08:00'],
    ['taken after delivery, no offset', '2026:11:13 13:00:00', undefined],
    ['phone set to Los Angeles, no offset', '2026:11:12 21:00:00', undefined],
    ['phone set to Los Angeles, offset stated', '2026:11:12 21:00:00', '-08:00'],
    ['clock twelve hours slow', '2026:11:13 01:00:00', '+08:00'],
    ['clock a day slow', '2026:11:12 13:00:00', '+08:00'],
    ['delivery recorded hours after it happened', '2026:11:13 06:00:00', '+08:00'],
    ['an offset that is no offset', '2026:11:13 13:00:00', '???'],
    ['a date that is no date', '0000:00:00 00:00:00', undefined],
  ])('says nothing: %s', async (_name, local, offset) => {
    expect(await kindsFor(local, offset)).toEqual([]);
  });

  it('is only a note between dispatch and delivery', async () => {
    expect(await kindsFor('2026:11:11 09:00:00', '+08:00')).toEqual(['captured-before-delivery note']);
  });

  it('is only a note when the clock was probably never set', async () => {
    expect(await kindsFor('2015:01:01 00:00:00')).toEqual(['capture-time-implausible note']);
  });

  it('is not compared for a screenshot', async () => {
    expect(await kindsFor('2026:11:01 10:00:00', '+08:00', [[0x9286, utf8('ASCII\0\0\0Screenshot')]])).toEqual([]);
  });

  it('falls back to the order where the page shows no dispatch, and to nothing without times', async () => {
    expect(await kindsFor('2026:11:01 10:00:00', '+08:00', [], { orderTime: CLAIM.orderTime })).toEqual([
      'captured-before-order clue',
    ]);
    expect(await kindsFor('2026:11:01 10:00:00', '+08:00', [], {})).toEqual([]);
    expect(await kindsFor('2026:11:01 10:00:00', '+08:00', [], { dispatchTime: 'soon' })).toEqual([]);
  });
});
