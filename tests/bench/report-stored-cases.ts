import { proportion } from './proportion.ts';
import { reportMisses } from './report-misses.ts';
import type { CaseScore } from './score-case.ts';

const FORGED = ['altered', 'shaped', 'long'];
const MARKED = ['listing-altered', 'listing-redrawn', 'listing-tilted'];

/** Prints what came out of stored cases, family by family: hits with their place, grades, and both by kind and delivery. */
export function reportStoredCases(scores: readonly CaseScore[]): void {
  for (const [family, own] of groupsOf(scores, (score) => score.family)) {
    console.log(`${family}: ${own.length}`);
    for (const [kind, those] of groupsOf(own, firstFinding))
      console.log(`  ${kind}: ${proportion(those.length, own.length)}`);
    if (!FORGED.includes(family)) continue;
    console.log(`  found and the place hit: ${proportion(own.filter(isFound).length, own.length)}`);
    const overlaps = own
      .flatMap(({ iou, ...score }) => (iou !== null && score.isHit ? [iou] : []))
      .sort((a, b) => a - b);
    console.log(`  IoU, median of hits: ${(overlaps[overlaps.length >> 1] ?? Number.NaN).toFixed(2)}`);
    for (const keyOf of [(score: CaseScore) => score.kind, (score: CaseScore) => score.delivery])
      console.log(
        `  ${[...groupsOf(own, keyOf)].map(([key, those]) => `${key} ${those.filter(isFound).length}/${those.length}`).join(', ')}`,
      );
    reportMisses(own);
  }
}

function isFound({ kinds, isHit }: CaseScore): boolean {
  return isHit && kinds.some((kind) => MARKED.includes(kind));
}

function firstFinding({ kinds, grades }: CaseScore): string {
  return kinds[0] === undefined ? 'nothing' : `${kinds[0]} ${grades[0] ?? ''}`;
}

function groupsOf(scores: readonly CaseScore[], keyOf: (score: CaseScore) => string): Map<string, CaseScore[]> {
  const groups = new Map<string, CaseScore[]>();
  for (const score of scores) groups.set(keyOf(score), [...(groups.get(keyOf(score)) ?? []), score]);
  return groups;
}
