import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredPicture } from '../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { readCaseView } from '../../../utils/cases/read-case-view.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { storeFrames } from '../../../utils/cases/store-frames.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

let database: CaseDatabase;
let video: StoredPicture;
let count = 0;

const captured = {
  url: '',
  receivedAt: 'now',
  contentType: 'image/jpeg',
  sizeBytes: 1,
  sha256: 'a'.repeat(64),
  blob: new Blob(['x']),
};

beforeEach(async () => {
  database = await openDatabase(`store-frames-${count++}`);
  const urls = ['https://a/1.jpg', 'https://a/2.mp4', 'https://a/3.jpg'].map((url) => evidence(url));
  const { caseId } = await storeClaim(database, claimWith({ evidence: urls }), [], 'now');
  video = (await database.get('pictures', `${caseId}#e1`)) as StoredPicture;
});

describe('storeFrames', () => {
  it('puts frames behind the pictures of the case, each with its video and time', async () => {
    const facts = { durationSeconds: 9, width: 1280, height: 720 };
    await storeFrames(database, video, facts, [
      { timeSeconds: 2.5, captured },
      { timeSeconds: 8, captured },
    ]);
    const view = await readCaseView(database, video.caseId);
    expect(view?.pictures.map(({ index, madeFrom }) => [index, madeFrom])).toEqual([
      [0, undefined],
      [1, undefined],
      [2, undefined],
      [3, { kind: 'video-frame', videoId: video.pictureId, timeSeconds: 2.5 }],
      [4, { kind: 'video-frame', videoId: video.pictureId, timeSeconds: 8 }],
    ]);
    expect(view?.pictures[1]).toMatchObject({ video: facts, problem: null, width: 1280 });
    expect(view?.pictures[3]?.name).toContain('00:02.5');
  });
});
