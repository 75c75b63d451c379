/** A time that somebody has to answer in. */
export interface TimeLimit {
  /** Rejects when the time is up. */
  readonly passed: Promise<never>;
  /** To be called when the answer is there. */
  readonly end: () => void;
}

/**
 * Begins a time limit.
 * @param message of the error that `passed` rejects with
 */
export function timeLimit(limitMs: number, message: string): TimeLimit {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limitMs);
  });
  return { passed, end: () => clearTimeout(timer) };
}
