import { MIN_FREE_DISK_BYTES } from '../limits.ts';

/** Begins the message, by which the error is known again where its name was lost on the way. */
export const NO_ROOM = 'No room on the disk';

/**
 * Refuses to begin what would fill the disk: Chromium, seen on a full one, writes half of its database's log and then throws the
 * whole history away as damaged when it next opens it.
 * @throws Error whose message begins with `NO_ROOM`
 */
export async function requireDiskSpace(storage: Pick<StorageManager, 'estimate'> = navigator.storage): Promise<void> {
  const { quota, usage } = await storage.estimate();
  // With unlimited storage the browser's quota is what it uses and what the disk has left.
  if (quota === undefined || usage === undefined || quota - usage >= MIN_FREE_DISK_BYTES) return;
  throw new Error(`${NO_ROOM}: ${Math.max(0, quota - usage)} bytes are left`);
}
