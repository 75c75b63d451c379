import type { CaseView } from '../cases/case-view.ts';
import { type PackingTime, packingTimeOf } from '../checks/packing-match/packing-time.ts';
import { formatTime } from '../text/format-time.ts';
import type { Text } from '../text/text.ts';

/** The only times of arrival that are told as a record of what was sent. */
const TOLD: readonly PackingTime[] = ['before-dispatch', 'before-delivery'];

/**
 * What the seller can show of the packing: how many files were on record before dispatch, or where there are none before
 * delivery, and since when. Null where every file came later or it is not known when: then nothing is claimed.
 */
export function packingRecordsLine({ packing, claim, createdAt }: CaseView, text: Text): string | null {
  const { dispatchTime, deliveryTime, applyTime, timeZone } = claim;
  const known = Object.entries({ dispatchTime, deliveryTime, applyTime }).filter(([, moment]) => moment !== null);
  const times = { ...Object.fromEntries(known), firstReadAt: createdAt };
  const files = packing.filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame');
  for (const told of TOLD) {
    const arrivals = files.map(({ arrivedAt }) => arrivedAt).filter((moment) => packingTimeOf(moment, times) === told);
    const [first] = arrivals.toSorted();
    if (first !== undefined) {
      const time = formatTime(first, text.language, timeZone);
      return text.t(`rebuttal.packing.${told}`, { count: arrivals.length, time });
    }
  }
  return null;
}
