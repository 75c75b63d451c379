import { clopperPearson } from './clopper-pearson.ts';

/** `k/n = p % [low, high]` with the exact 95 % interval. */
export function proportion(k: number, n: number): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const [low, high] = clopperPearson(k, n);
  return `${k}/${n} = ${percent(n === 0 ? 0 : k / n)} % [${percent(low)}, ${percent(high)}]`;
}
