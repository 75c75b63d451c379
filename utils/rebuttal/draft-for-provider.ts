import type { CaseView } from '../cases/case-view.ts';
import { readableParams } from '../text/finding-text.ts';
import { plainLine } from '../text/plain-line.ts';
import type { Text } from '../text/text.ts';
import { labelledFindings } from './audience.ts';
import type { Draft } from './rebuttal-draft.ts';

const MAX_NAME_CHARACTERS = 60;

/** Asks the service whose label a file carries whether the content is its own. Names no buyer and no order. */
export function draftForProvider(view: CaseView, text: Text): Draft {
  const labelled = labelledFindings(view);
  const providers = [
    ...new Set(
      labelled.map(({ finding: { params } }) => plainLine(String(params.provider || params.code), MAX_NAME_CHARACTERS)),
    ),
  ].join(text.t('list.separator'));
  return {
    isOpeningNeeded: false,
    opening: text.t('rebuttal.opening.provider', { providers }),
    about: null,
    points: labelled.map(({ picture, finding, grade }) => ({
      pictureNumber: picture.index + 1,
      grade,
      sentence: text.t('rebuttal.provider.label', readableParams(finding.params, text, view.claim.timeZone)),
      brief: text.t('rebuttal.provider.brief', readableParams(finding.params, text, view.claim.timeZone)),
      sha256: picture.sha256,
    })),
    limit: () => text.t('rebuttal.limit.provider'),
    records: null,
    laws: [],
    request: { long: text.t('rebuttal.request.provider'), short: text.t('rebuttal.request.provider.short') },
  };
}
