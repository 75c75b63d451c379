import { expect, it } from 'vitest';
import type { PackingPictureView } from '../../../utils/cases/case-view.ts';
import { composeRebuttal } from '../../../utils/rebuttal/compose-rebuttal.ts';
import { packingRecordsLine } from '../../../utils/rebuttal/packing-records-line.ts';
import { textIn } from '../../../utils/text/text.ts';
import { makePicture, makeView, REUSED } from '../../fixtures/case-view.ts';

const zh = textIn('zh-CN');
/** The fixture's claim was dispatched on 3 November, delivered on 5 November at 8:20 and made at 9:12 (+08:00). */
const DISPATCH_EVE = '2026-11-02T02:00:00.000Z';
const ON_THE_WAY = '2026-11-04T02:00:00.000Z';
const AFTER_CLAIM = '2026-11-06T02:00:00.000Z';

const file = (arrivedAt: string, parts: Partial<PackingPictureView> = {}): PackingPictureView => ({
  pictureId: `p-${arrivedAt}`,
  name: '打包.jpg',
  preview: null,
  problem: null,
  number: 1,
  arrivedAt,
  sha256: 'ab'.repeat(32),
  sizeBytes: 1,
  ...parts,
});
const viewWith = (...packing: PackingPictureView[]) =>
  makeView([makePicture(0, { findings: [REUSED] })], { packing, createdAt: '2026-11-05T02:00:00Z' });
const line = (...packing: PackingPictureView[]) => packingRecordsLine(viewWith(...packing), zh);

it('tells of the files that were stored before dispatch, since when, and of no others', () => {
  const frame = file(DISPATCH_EVE, { madeFrom: { kind: 'video-frame', videoId: 'p', timeSeconds: 0 } });
  expect(line(file(DISPATCH_EVE), frame, file(ON_THE_WAY), file(AFTER_CLAIM))).toMatch(
    /发货前已存有打包记录 1 份，最早存于 2026\/11\/02 10:00/,
  );
});

it('tells of delivery where nothing was stored before dispatch, and claims nothing of what came later', () => {
  expect(line(file(ON_THE_WAY), file(AFTER_CLAIM))).toMatch(/签收前已存有打包记录 1 份/);
  expect(line(file(AFTER_CLAIM))).toBeNull();
  expect(line()).toBeNull();
});

it('stands in a reply that says something, in either tone, and not in one that only asks', () => {
  const view = viewWith(file(DISPATCH_EVE));
  for (const tone of ['polite', 'firm'] as const)
    expect(composeRebuttal(view, zh, { audience: 'appeal', tone })).toContain('发货前已存有打包记录');
  const nothing = { ...view, pictures: [makePicture(0)] };
  expect(composeRebuttal(nothing, zh, { audience: 'appeal' })).not.toContain('打包记录');
  expect(composeRebuttal(view, zh, { audience: 'buyer' })).not.toContain('打包记录');
});
