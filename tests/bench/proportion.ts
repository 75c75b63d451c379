/** `k/n = p % [low, high]` with the exact (Clopper and Pearson 1934) 95 % interval. */
export function proportion(k: number, n: number): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const low = k === 0 ? 0 : solve((p) => 1 - binomialCdf(k - 1, n, p) - 0.025);
  const high = k === n ? 1 : solve((p) => 0.025 - binomialCdf(k, n, p));
  return `${k}/${n} = ${percent(n === 0 ? 0 : k / n)} % [${percent(low)}, ${percent(high)}]`;
}

/** The root of an increasing function between 0 and 1. */
function solve(increasing: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function binomialCdf(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let logTerm = n * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
