import type { JsonObject } from '../checks/json.ts';
import type { Text } from './text.ts';

export interface ReasonText {
  readonly title: string;
  /** What the seller can do about it; null where the reason needs nothing done. */
  readonly todo: string | null;
}

/**
 * Why something gave no result, in words. Looks for `problem.<reason>`, then `skip.<reason>`; a stored case may name a
 * reason that this version has no words for, which then shows as its code.
 */
export function reasonText(text: Text, reason: string, params: JsonObject = {}): ReasonText {
  if (text.has(`problem.${reason}.title`)) {
    return { title: text.t(`problem.${reason}.title`, params), todo: text.t(`problem.${reason}.todo`, params) };
  }
  if (text.has(`skip.${reason}`)) return { title: text.t(`skip.${reason}`, params), todo: null };
  return { title: text.t('problem.unknown.title', { reason }), todo: text.t('problem.unknown.todo') };
}
