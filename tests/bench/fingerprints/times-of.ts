/** How many times were taken, and their median, 95th percentile and maximum. */
export function timesOf(elapsedMs: readonly number[]): string {
  const sorted = elapsedMs.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `n = ${sorted.length}, median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}
