import type { Language } from './text.ts';

/** A size in kB (1000 bytes) under one megabyte, in MB under one gigabyte and in GB above, with at most one decimal. */
export function formatBytes(sizeBytes: number, language: Language): string {
  const [value, unit] =
    sizeBytes < 1_000_000
      ? [sizeBytes / 1000, 'kB']
      : sizeBytes < 1_000_000_000
        ? [sizeBytes / 1_000_000, 'MB']
        : [sizeBytes / 1_000_000_000, 'GB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
