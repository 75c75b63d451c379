import type { StoredPageShot } from '../../cases/page-shots.ts';
import { formatTime } from '../../text/format-time.ts';
import { plainLine } from '../../text/plain-line.ts';
import { reasonText } from '../../text/reason-text.ts';
import type { Text } from '../../text/text.ts';
import type { Fact } from './report-model.ts';

const MAX_ADDRESS_CHARACTERS = 200;

/** When and of which address the screenshot was taken, with its hash; why there is none, or no newer one. */
export function pageShotFacts({ shot, problem }: StoredPageShot, timeZone: string, text: Text): Fact[] {
  const facts: Fact[] = [];
  if (shot) {
    const takenAt = `${formatTime(shot.takenAt, text.language, timeZone)} (${timeZone})`;
    facts.push(
      { name: text.t('report.shotTakenAt'), value: takenAt },
      { name: text.t('report.shotAddress'), value: plainLine(shot.url, MAX_ADDRESS_CHARACTERS) },
      { name: text.t('report.shotHash'), value: shot.sha256 },
    );
  }
  if (problem) {
    const name = text.t(shot ? 'report.shotLater' : 'report.shot');
    facts.push({ name, value: reasonText(text, problem.reason, problem.params).title });
  }
  return facts;
}
