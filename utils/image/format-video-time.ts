/** A place in a video as players show it, to a tenth of a second: `00:03.2`, from an hour on `1:00:03.2`. */
export function formatVideoTime(timeSeconds: number): string {
  const tenths = Math.round(Math.max(0, timeSeconds) * 10);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const seconds = `${pad(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${seconds}` : `${pad(minutes)}:${seconds}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
