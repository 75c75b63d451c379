import type { JsonObject } from '../checks/json.ts';
import figures from './false-alarms.json' with { type: 'json' };
import type { Text } from './text.ts';

/** Kinds found by a comparison that was measured under another kind's name; their text says so. */
const MEASURED_AS: Readonly<Record<string, string>> = {
  'packing-altered': 'listing-altered',
  'packing-resent': 'listing-resent',
};

/**
 * How often a kind of finding was wrong when it was measured, in words; null where it was not. The figures are written by
 * `npm run bench -- --figures utils/text/false-alarms.json`, and the pages that they name say the same.
 * @param reader `report`: not the seller, so that nothing is said of what the seller is asked to do
 */
export function falseAlarmsText(text: Text, kind: string, reader: 'seller' | 'report' = 'seller'): string | null {
  const ofReport = `report.falseAlarms.${kind}`;
  const key = reader === 'report' && text.has(ofReport) ? ofReport : `finding.${kind}.falseAlarms`;
  if (!text.has(key)) return null;
  const measured: Readonly<Record<string, JsonObject>> = figures;
  return text.t(key, measured[MEASURED_AS[kind] ?? kind]);
}
