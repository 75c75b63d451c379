import { expect, it } from 'vitest';
import { NO_PAGE_SHOT } from '../../../../utils/cases/page-shots.ts';
import { reportOfCase } from '../../../../utils/evidence/report/report-of-case.ts';
import { textIn } from '../../../../utils/text/text.ts';
import { makePicture, makeView } from '../../../fixtures/case-view.ts';

it.each([
  [90, '只看了画面变化处截取的帧，帧与帧之间没有检查'],
  [3600, '只看了前 10 分钟里画面变化处截取的帧，之后的画面没有检查'],
])('says how much of a video of %i seconds was looked at', async (durationSeconds, expected) => {
  const video = { durationSeconds, width: 640, height: 480 };
  const packed = { name: 'packing.mp4', preview: null, problem: null, arrivedAt: '2026-11-02T02:00:00Z', sizeBytes: 9 };
  const view = makeView([makePicture(0, { video }), makePicture(1)], {
    packing: [
      { ...packed, pictureId: 'p1', number: 1, sha256: 'a'.repeat(64), video },
      { ...packed, pictureId: 'p2', number: 2, sha256: 'b'.repeat(64) },
    ],
  });
  const report = await reportOfCase(view, textIn('zh-CN'), {
    open: async () => null,
    pageShot: { ...NO_PAGE_SHOT, caseId: view.caseId },
    blurred: {},
    madeAt: '2026-12-01T02:00:00Z',
    version: '0.1.0',
  });
  const packing = report.appendices.find(({ heading }) => heading === '打包记录');
  const exhibits = [...report.pictures, ...(packing?.items ?? [])];
  const said = exhibits.map(({ facts }) => facts.filter(({ name }) => name === '视频的检查范围'));
  const line = { name: '视频的检查范围', value: expected };
  expect(said).toEqual([[line], [], [line], []]);
});
