import type { CaseScore } from './score-case.ts';

/** Prints what became of the alterations that were not found: one line a reason, with the damage and delivery of each. */
export function reportMisses(scores: readonly CaseScore[]): void {
  const reasons = new Map<string, string[]>();
  for (const { miss, kind, delivery } of scores)
    if (miss) reasons.set(miss, [...(reasons.get(miss) ?? []), `${kind} ${delivery}`]);
  for (const [reason, cases] of [...reasons].sort((a, b) => b[1].length - a[1].length))
    console.log(`  missed, ${reason}: ${cases.length} (${cases.join(', ')})`);
}
