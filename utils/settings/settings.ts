import { browser } from 'wxt/browser';
import type { OwnTemplate } from '../rebuttal/own-template.ts';
import type { Language } from '../text/text.ts';

/**
 * What the seller chose, kept in the extension's own storage so that every page of the extension and every content
 * script reads it without the database. A choice that was never made is absent here and has its default below.
 */
export interface Settings {
  /** Null: the browser's language where it is one of ours. */
  readonly language: Language | null;
  /** Ids of seller centers whose own JSON is not read as the page receives it. */
  readonly captureOff: readonly string[];
  /** Days after its last change that a case is kept; null keeps it until it is deleted by hand. */
  readonly retentionDays: number | null;
  /** Whether a product's own page may be opened for its pictures. */
  readonly readsProductPages: boolean;
  /** Whether the claim's page is captured with an analysis, where the browser permits it. */
  readonly takesPageScreenshots: boolean;
  /** The seller's own replies. */
  readonly templates: readonly OwnTemplate[];
  readonly panel: PanelSettings;
  /** Whether the first steps have been shown. */
  readonly hasSeenFirstSteps: boolean;
}

export interface PanelSettings {
  readonly side: 'right' | 'left';
  /** Host names on which the panel stands folded until it is unfolded. */
  readonly foldedOn: readonly string[];
  /** Host names on which neither card nor panel shows by itself; the toolbar button and the key still bring it. */
  readonly hiddenOn: readonly string[];
  /** Where the seller has moved the panel to, by host name. */
  readonly places: Readonly<Record<string, PanelPlace>>;
}

/** Told from the nearer side, so that a window of another width keeps it there. */
export interface PanelPlace {
  readonly edge: 'left' | 'right';
  readonly insetPx: number;
  readonly topPx: number;
}

/** Law and practice behind the 180 days: docs/decisions.md. */
export const DEFAULT_SETTINGS: Settings = {
  language: null,
  captureOff: [],
  retentionDays: 180,
  readsProductPages: false,
  takesPageScreenshots: true,
  templates: [],
  panel: { side: 'right', foldedOn: [], hiddenOn: [], places: {} },
  hasSeenFirstSteps: false,
};

const KEYS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** Every setting, with the default for what the seller has not chosen. */
export async function readSettings(): Promise<Settings> {
  const stored: Partial<Settings> = await browser.storage.local.get(KEYS);
  // What an older version stored lacks what came later.
  return { ...DEFAULT_SETTINGS, ...stored, panel: { ...DEFAULT_SETTINGS.panel, ...stored.panel } };
}

/** Writes these settings and leaves the others as they are. */
export async function writeSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changed);
}

/** Calls `onChange` with every setting after one of them was changed anywhere, until the signal ends. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const follow = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEYS.some((key) => key in changes)) void readSettings().then(onChange);
  };
  browser.storage.onChanged.addListener(follow);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(follow), { once: true });
}
