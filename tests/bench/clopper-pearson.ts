/** The exact 95 % interval of a share (Clopper and Pearson 1934), by bisection on the binomial distribution. */
export function clopperPearson(hits: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const low = hits === 0 ? 0 : bisect((p) => 1 - cumulative(hits - 1, trials, p) - 0.025);
  const high = hits === trials ? 1 : bisect((p) => 0.025 - cumulative(hits, trials, p));
  return [low, high];
}

/** The root of a function that rises from below zero at 0 to above zero at 1. */
function bisect(rising: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≤ hits) for a binomial variable. */
function cumulative(hits: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= hits; k++)
    sum += Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
  return sum;
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i);
  return sum;
}
