import { templateProblems } from '../rebuttal/own-template.ts';
import { LANGUAGES } from '../text/text.ts';
import type { Settings } from './settings.ts';

/** Raised when the file's shape changes. */
const FILE_VERSION = 1;
const MAX_FILE_CHARACTERS = 1_000_000;
const MAX_ENTRIES = 500;

/** Why a file was refused; its sentence is `settings.file.<reason>`. */
export type SettingsFileProblem = 'not-settings' | 'newer' | 'damaged';

/** What the seller chose, as a file for another computer. It holds no claim and no permission. */
export function settingsFile(settings: Settings, checksOff: readonly string[]): string {
  const { hasSeenFirstSteps, ...chosen } = settings;
  return `${JSON.stringify({ refundLensSettings: FILE_VERSION, checksOff, ...chosen }, null, 2)}\n`;
}

/**
 * Reads such a file. Every value is checked: a file may come from anywhere. What a file does not hold stays as it is.
 * @returns the settings in it, or why it was refused as a whole
 */
export function parseSettingsFile(
  file: string,
): { readonly settings: Partial<Settings>; readonly checksOff: readonly string[] | null } | SettingsFileProblem {
  let read: unknown;
  try {
    read = JSON.parse(file.slice(0, MAX_FILE_CHARACTERS));
  } catch {
    // The parser's own message would not help the person who chose the file.
    return 'not-settings';
  }
  if (!isRecord(read) || typeof read.refundLensSettings !== 'number') return 'not-settings';
  if (read.refundLensSettings > FILE_VERSION) return 'newer';
  const { refundLensSettings, checksOff = null, ...values } = read;
  const isGood = Object.entries(values).every(([name, value]) => name in IS_GOOD && IS_GOOD[name as Known]?.(value));
  if (!isGood || (checksOff !== null && !isNames(checksOff))) return 'damaged';
  return { settings: values as Partial<Settings>, checksOff };
}

type Known = Exclude<keyof Settings, 'hasSeenFirstSteps'>;

const IS_GOOD: Readonly<Record<Known, (value: unknown) => boolean>> = {
  language: (value) => value === null || LANGUAGES.some((language) => language === value),
  captureOff: isNames,
  retentionDays: (value) => value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650),
  readsProductPages: (value) => typeof value === 'boolean',
  takesPageScreenshots: (value) => typeof value === 'boolean',
  templates: (value) => Array.isArray(value) && value.length <= MAX_ENTRIES && value.every(isTemplate),
  panel: isPanel,
};

/** A file of an older version lacks what came later. */
function isPanel(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { side, foldedOn, hiddenOn = [], places = {} } = value;
  if ((side !== 'left' && side !== 'right') || !isNames(foldedOn) || !isNames(hiddenOn) || !isRecord(places))
    return false;
  return Object.keys(places).length <= MAX_ENTRIES && Object.values(places).every(isPlace);
}

function isPlace(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { edge, insetPx, topPx } = value;
  return (edge === 'left' || edge === 'right') && Number.isFinite(insetPx) && Number.isFinite(topPx);
}

function isTemplate(value: unknown): boolean {
  if (!isRecord(value) || typeof value.id !== 'string') return false;
  const { name, body } = value;
  return typeof name === 'string' && typeof body === 'string' && templateProblems({ name, body }).length === 0;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MAX_ENTRIES && value.every((name) => typeof name === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
