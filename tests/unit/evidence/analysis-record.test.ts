import { expect, it } from 'vitest';
import type { StoredPicture } from '../../../utils/cases/case.ts';
import { NO_PAGE_SHOT } from '../../../utils/cases/page-shots.ts';
import { analysisRecord } from '../../../utils/evidence/analysis-record.ts';
import type { CaseForPack } from '../../../utils/evidence/read-case-for-pack.ts';
import { makeView } from '../../fixtures/case-view.ts';

it.each([
  [90, 90],
  [3600, 600],
])('says of a video of %i seconds that %i were looked at', (durationSeconds, lookedAtSeconds) => {
  const { caseId, claim } = makeView([]);
  const video = { durationSeconds, width: 640, height: 480 };
  const made = {
    stored: { caseId, claim, status: 'done', checks: [] },
    pictures: [{ pictureId: `${caseId}#0`, delivered: null, larger: null, video } as unknown as StoredPicture],
    results: [],
    reviews: [],
    pageShot: { ...NO_PAGE_SHOT, caseId },
  } as unknown as CaseForPack;
  const { pictures } = analysisRecord(made, new Map(), { at: '2026-12-01T02:00:00Z', version: '0.1.0' });
  expect(pictures).toMatchObject([{ video: { ...video, lookedAtSeconds } }]);
});
