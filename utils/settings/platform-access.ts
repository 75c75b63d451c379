import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { PLATFORMS } from '../platforms/index.ts';
import type { Platform } from '../platforms/platform.ts';

/** Which seller centers the browser lets the extension read, and how that is changed. */
export interface PlatformAccess {
  readonly platforms: readonly { readonly id: string; readonly isGranted: boolean }[];
  /** To the last question that was asked here; null before one, and once access was given back. */
  readonly answer: { readonly platform: string; readonly isGranted: boolean } | null;
  /** The browser shows its own prompt, and only in answer to a click. */
  readonly onEnable: (platform: string) => void;
  readonly onDisable: (platform: string) => void;
}

/**
 * Asks for the hosts of the products' own pages; only in answer to a click.
 * @returns whether the browser gave them
 */
export function requestProductHosts(): Promise<boolean> {
  const origins = PLATFORMS.flatMap(({ productHosts = [] }) => [...productHosts]);
  return browser.permissions.request({ origins: [...new Set(origins)] });
}

/** Follows the browser's permissions for as long as the component stands. */
export function usePlatformAccess(): PlatformAccess {
  const [platforms, setPlatforms] = useState<PlatformAccess['platforms']>([]);
  const [answer, setAnswer] = useState<PlatformAccess['answer']>(null);
  useEffect(() => {
    const read = () => void readAccess().then(setPlatforms);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return {
    platforms,
    answer,
    onEnable: (platform) =>
      void browser.permissions
        .request({ origins: originsOf(platform) })
        .then((isGranted) => setAnswer({ platform, isGranted })),
    onDisable: (id) => {
      setAnswer(null);
      void browser.permissions.remove({ origins: originsOf(id) });
    },
  };
}

function readAccess(): Promise<PlatformAccess['platforms']> {
  return Promise.all(
    PLATFORMS.map(async ({ id }) => ({
      id,
      isGranted: await browser.permissions.contains({ origins: originsOf(id) }),
    })),
  );
}

/** The pages of a seller center and the servers that its pictures come from. */
function originsOf(id: string): string[] {
  const { matches, imageHosts } = PLATFORMS.find((platform) => platform.id === id) as Platform;
  return [...matches, ...imageHosts];
}
