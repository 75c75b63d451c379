/**
 * Makes of a piece of work one that never runs twice at once: asked for while it runs, it runs once more when it has
 * ended, however often it was asked for.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let isAskedAgain = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await work();
    } while (isAskedAgain);
  };
  return () => {
    if (running) isAskedAgain = true;
    else
      running = run().finally(() => {
        running = null;
      });
    return running;
  };
}
