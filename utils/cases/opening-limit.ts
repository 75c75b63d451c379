/** How long a browser may take to begin with the opening: Firefox, seen on a slow disk, took 4 s after its start. */
const OPENING_LIMIT_MS = 30_000;

/** Begins the message, by which the error is known again where its name was lost on the way. */
export const SILENT_HISTORY = 'The history does not open';

/** The time that a browser has to answer at all; however long what follows takes, it has answered. */
export interface OpeningLimit {
  /** Rejects with an error whose message begins with `SILENT_HISTORY` when the time is up. */
  readonly passed: Promise<never>;
  end(): void;
}

/** Begins the time that a browser has to answer. */
export function openingLimit(): OpeningLimit {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${SILENT_HISTORY}: no answer`)), OPENING_LIMIT_MS);
  });
  return { passed, end: () => clearTimeout(timer) };
}
