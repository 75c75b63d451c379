import type { Finding } from '../checks/check.ts';
import { findingText, readableParams } from '../text/finding-text.ts';
import type { Text } from '../text/text.ts';

/**
 * What one finding says to the platform. A finding that no person has confirmed is a request to check, never a
 * statement.
 * @throws Error when the locale files lack the finding's texts
 */
export function sentenceOf(
  finding: Pick<Finding, 'kind' | 'params'>,
  isUnconfirmed: boolean,
  text: Text,
  timeZone: string,
): string {
  if (!isUnconfirmed) return findingText(text, finding, 'rebuttal', timeZone);
  const own = `rebuttal.unconfirmed.${finding.kind}`;
  if (text.has(own)) return text.t(own, readableParams(finding.params, text, timeZone));
  return text.t('rebuttal.unconfirmed', { title: findingText(text, finding, 'title', timeZone) });
}

/** The shorter sentence of a finding, where its texts have one; a question to the reader has none. */
export function briefSentenceOf(
  finding: Pick<Finding, 'kind' | 'params'>,
  isUnconfirmed: boolean,
  text: Text,
  timeZone: string,
): string | null {
  if (isUnconfirmed || !text.has(`finding.${finding.kind}.brief`)) return null;
  return findingText(text, finding, 'brief', timeZone);
}
