import { expect, it } from 'vitest';
import { NO_PAGE_SHOT } from '../../../../utils/cases/page-shots.ts';
import { reportOfCase } from '../../../../utils/evidence/report/report-of-case.ts';
import { textIn } from '../../../../utils/text/text.ts';
import { makePicture, makeView } from '../../../fixtures/case-view.ts';

it.each([
  [90, '只看了画面变化处截取的帧，帧与帧之间没有检查'],
  [3600, '只看了前 10 分钟里画面变化处截取的帧，之后的画面没有检查'],
])('says how much of a video of %i seconds was looked at', async (durationSeconds, expected) => {
  const view = makeView([makePicture(0, { video: { durationSeconds, width: 640, height: 480 } }), makePicture(1)]);
  const report = await reportOfCase(view, textIn('zh-CN'), {
    open: async () => null,
    pageShot: { ...NO_PAGE_SHOT, caseId: view.caseId },
    blurred: {},
    madeAt: '2026-12-01T02:00:00Z',
    version: '0.1.0',
  });
  const [video, picture] = report.pictures.map(({ facts }) => facts.filter(({ name }) => name === '视频的检查范围'));
  expect(video).toEqual([{ name: '视频的检查范围', value: expected }]);
  expect(picture).toEqual([]);
});
