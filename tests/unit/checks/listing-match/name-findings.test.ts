import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../utils/checks/listing-match/find-sources.ts';
import { findingsOf, otherPhoto } from '../../../../utils/checks/listing-match/name-findings.ts';
import type { ChangeMap, ChangeRegion } from '../../../../utils/image/change-map/change-map.ts';
import type { RegionKind } from '../../../../utils/image/change-map/region-kind.ts';
import { IDENTITY } from '../../../../utils/image/registration/homography.ts';
import type { Registration } from '../../../../utils/image/registration/register-pictures.ts';

const PHOTOGRAPH = { texturedTileCount: 400, flatShare: 0 };

function candidate(relation: Candidate['relation'], tiltDegrees = 0.01, warpPermille = 0): Candidate {
  const registration = {
    sourceToCopy: IDENTITY,
    deviationPermille: 0.05,
    warpPermille,
    tiltDegrees,
    outsideShare: 0,
    texturedShare: 0,
    inlierCount: 10,
  };
  return { relation, registration } as unknown as Candidate;
}

function mapWith(kind: RegionKind, strength: number, toneShift = 2): ChangeMap {
  const region: ChangeRegion = {
    kind,
    strength,
    region: { x: 0.4, y: 0.4, width: 0.1, height: 0.1 },
    areaFraction: 0.01,
    reasons: {},
  };
  const labels = { width: 1, height: 1, data: new Uint8Array(1) };
  return { regions: [region], changedFraction: 0.01, backgroundResidual: 1, toneShift, labels };
}

function named(relation: Candidate['relation'], kind: RegionKind, strength: number, tiltDegrees?: number) {
  return findingsOf(candidate(relation, tiltDegrees), mapWith(kind, strength), {}, PHOTOGRAPH).map(
    (finding) => `${finding.kind} ${finding.grade}`,
  );
}

describe('findingsOf', () => {
  it('calls clear damage proof, until somebody has looked not confirmed', () => {
    expect(named('same-photograph', 'damage-like', 20)).toEqual(['listing-altered proof']);
  });

  it('calls a faint change strong at most, whatever its strength', () => {
    expect(named('same-photograph', 'faint', 3)).toEqual(['listing-altered strong']);
    expect(named('same-photograph', 'faint', 30)).toEqual(['listing-altered strong']);
  });

  it('does not count a faint change where the camera may have moved, and a clear one all the same', () => {
    expect(named('same-photograph', 'faint', 30, 0.9)).toEqual(['listing-resent clue']);
    expect(named('same-photograph', 'damage-like', 20, 0.9)).toEqual(['listing-altered proof']);
  });

  it('does not count a faint change where a filter changed all colours, and a clear one all the same', () => {
    const filtered = (kind: RegionKind, strength: number): string[] =>
      findingsOf(candidate('same-photograph'), mapWith(kind, strength, 15), {}, PHOTOGRAPH).map(({ kind }) => kind);
    expect(filtered('faint', 3)).toEqual(['listing-resent']);
    expect(filtered('damage-like', 20)).toEqual(['listing-altered']);
  });

  it('calls nothing proof between words that are all over the picture, and is sure beside one line of them', () => {
    const {
      regions: [damage],
      ...map
    } = mapWith('damage-like', 20);
    const written = (x: number, y: number) => ({
      ...damage,
      kind: 'overlay-text',
      region: { x, y, width: 0.2, height: 0.05 },
    });
    const gradeAmong = (...texts: object[]) =>
      findingsOf(candidate('same-photograph'), { ...map, regions: [damage, ...texts] } as ChangeMap, {}, PHOTOGRAPH)[0]
        ?.grade;
    expect(gradeAmong(written(0.05, 0.1), written(0.7, 0.8))).toBe('strong');
    expect(gradeAmong(written(0.4, 0.9))).toBe('proof');
  });

  it('calls nothing proof where the picture bends as it does when a camera moves a little', () => {
    const findings = findingsOf(candidate('same-photograph', 0.01, 0.2), mapWith('damage-like', 20), {}, PHOTOGRAPH);
    expect(findings).toMatchObject([{ kind: 'listing-altered', grade: 'strong' }]);
  });

  it('is not sure that a picture was drawn anew that lost its colours, as one in black and white did', () => {
    const grades = [5, 60].map((toneShift) =>
      findingsOf(candidate('same-composition'), mapWith('rim', 1, toneShift), {}, PHOTOGRAPH).map(({ grade }) => grade),
    );
    expect(grades).toEqual([['strong'], ['clue']]);
  });

  it('calls a picture whose every place differs the listing picture through a filter, and nothing in it altered', () => {
    const changes = { ...mapWith('damage-like', 20), backgroundResidual: 9 };
    const findings = findingsOf(candidate('same-photograph'), changes, {}, PHOTOGRAPH);
    expect(findings).toMatchObject([{ kind: 'listing-filtered', grade: 'clue' }]);
  });

  it('does not count what is nothing but another tone', () => {
    expect(named('same-photograph', 'tone', 40)).toEqual(['listing-resent clue']);
  });

  it('does not count a weak region that is not even faint', () => {
    expect(named('same-photograph', 'damage-like', 7)).toEqual(['listing-resent clue']);
  });

  it('holds a faint change against no picture that may be a second photograph of flat goods', () => {
    expect(named('same-plane', 'damage-like', 20)).toEqual(['listing-tilted clue']);
    expect(named('same-plane', 'faint', 3)).toEqual([]);
  });
});

describe('otherPhoto', () => {
  const second = { inlierCount: 200, goodBlockCount: 120, cellCount: 14, deviationPermille: 3, shareOfSource: 0.9 };

  it('speaks for the buyer unless the whole listing picture lies in one plane, and is a note either way', () => {
    const said = (planeCoverage: number, deviationPermille = 3) =>
      otherPhoto({ ...second, planeCoverage, deviationPermille } as Registration, {}).map(
        ({ kind, grade }) => `${kind} ${grade}`,
      );
    expect(said(0.6)).toEqual(['same-object-other-photo note']);
    expect(said(0.95)).toEqual(['listing-photographed note']);
    expect(said(0.95, 0.4)).toEqual(['listing-photographed note']);
    expect(said(0.6, 0.4)).toEqual([]);
  });

  it('says nothing where little agrees', () => {
    expect(otherPhoto({ ...second, planeCoverage: 0.95, inlierCount: 10 } as Registration, {})).toEqual([]);
  });
});
