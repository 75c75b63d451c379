import { parseProviderCode } from './provider-code.ts';

const KLING_USCC = '91110108335469089C';
/** `<region>_<system>_<client>_<15 digits>`; the digits are microseconds. */
const PRODUCE_ID = /^[A-Za-z0-9]+_[A-Za-z0-9]+_[A-Za-z0-9]+_(\d{15})$/;
/** The count starts at 2016-07-09 01:41:59 UTC: fitted to five pictures whose times are known, within half a second. */
const START_MS = Date.UTC(2016, 6, 9, 1, 41, 59);

/**
 * When Kling made a picture, from its ProduceID, as ISO 8601 in UTC: an estimate, since the vendor documents nothing.
 * Null for other producers and other forms of id.
 */
export function estimateKlingTime(contentProducer: string, produceId: string): string | null {
  const isKling = /^kling/i.test(contentProducer) || parseProviderCode(contentProducer)?.uscc === KLING_USCC;
  const digits = isKling ? PRODUCE_ID.exec(produceId)?.[1] : undefined;
  return digits ? new Date(START_MS + Math.floor(Number(digits) / 1000)).toISOString().replace(/\.\d+Z$/, 'Z') : null;
}
