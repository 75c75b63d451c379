import { useEffect, useState } from 'react';
import { DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from './settings.ts';

/** The seller's settings, null until they are read, and anew whenever one is changed anywhere. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    readSettings().then(setSettings, (error: unknown) => {
      console.error('The settings could not be read', error);
      setSettings(DEFAULT_SETTINGS);
    });
    watchSettings(setSettings, ends.signal);
    return () => ends.abort();
  }, []);
  return settings;
}
