const ID_PREFIX = 'taught-';

/** The id that claims of a taught site are filed under: its host, with the port where it has one. */
export function taughtPlatformId(origin: string): string {
  return ID_PREFIX + new URL(origin).host.replace(':', '-');
}

/** The host that such an id was made of; null for the id of a seller center. */
export function hostOfTaughtPlatform(platform: string): string | null {
  return platform.startsWith(ID_PREFIX) ? platform.slice(ID_PREFIX.length) : null;
}
