import type { Language } from './text.ts';

/** A file's size in kB (1000 bytes) under one megabyte and in MB above, with at most one decimal. */
export function formatBytes(sizeBytes: number, language: Language): string {
  const [value, unit] = sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'kB'] : [sizeBytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
