import type { PayloadField, Platform, PlatformRegion } from '../../platforms/platform.ts';
import type { Money } from '../claim.ts';
import type { LabelledValue } from '../claim-fields.ts';
import { moneyFromPayload } from '../values/parse-money.ts';
import { parseTime, timeFromEpoch } from '../values/parse-time.ts';
import type { PayloadClaim } from './claim-in-payload.ts';

/** Reads fields of the claim from a payload in the same form as from labels. */
export interface PayloadReader {
  text(field: PayloadField): LabelledValue<string> | null;
  time(field: PayloadField): LabelledValue<string> | null;
  money(shown: LabelledValue<Money> | null): LabelledValue<Money> | null;
}

/** A reader of one payload; every reading is null where there is no payload. */
export function payloadReader(
  payload: PayloadClaim | null,
  platform: Platform,
  region: PlatformRegion,
  now: Date,
): PayloadReader {
  const read = <T>(
    field: PayloadField,
    parse: (value: string | number, key: string) => T | null,
  ): LabelledValue<T> | null => {
    const found = payload?.fields.get(field);
    const value = found ? parse(found.value, found.key) : null;
    return found && value !== null ? { value, source: { via: found.via, hint: found.key }, at: 0 } : null;
  };
  return {
    text: (field) => read(field, (value) => String(value).trim()),
    time: (field) =>
      read(field, (value) => {
        const isEpoch = typeof value === 'number' || /^\d{10}(?:\d{3})?$/.test(value);
        return isEpoch ? timeFromEpoch(Number(value), region.timeZone) : parseTime(value, region.timeZone, now);
      }),
    // The seller answers for the amount on the screen: a payload that says another one was understood wrongly.
    money(shown) {
      const carried = read('amount', (value, key) => {
        return moneyFromPayload(value, region.currency, platform.payload?.minorUnitKeys.includes(key) ?? false);
      });
      if (shown && carried && Number(shown.value.value) !== Number(carried.value.value)) return shown;
      return carried ?? shown;
    },
  };
}
