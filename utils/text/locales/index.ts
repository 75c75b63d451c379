import type { Language } from '../text.ts';
import enCheckC2pa from './en/check-c2pa.json' with { type: 'json' };
import enCheckFile from './en/check-file.json' with { type: 'json' };
import enCheckFingerprint from './en/check-fingerprint.json' with { type: 'json' };
import enCheckListingMatch from './en/check-listing-match.json' with { type: 'json' };
import enCheckMetadata from './en/check-metadata.json' with { type: 'json' };
import enCheckScreenshot from './en/check-screenshot.json' with { type: 'json' };
import enCheckSeenBefore from './en/check-seen-before.json' with { type: 'json' };
import enCheckVisibleMark from './en/check-visible-mark.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enListing from './en/listing.json' with { type: 'json' };
import enPanel from './en/panel.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enRebuttal from './en/rebuttal.json' with { type: 'json' };
import enTeach from './en/teach.json' with { type: 'json' };
import zhCheckC2pa from './zh-CN/check-c2pa.json' with { type: 'json' };
import zhCheckFile from './zh-CN/check-file.json' with { type: 'json' };
import zhCheckFingerprint from './zh-CN/check-fingerprint.json' with { type: 'json' };
import zhCheckListingMatch from './zh-CN/check-listing-match.json' with { type: 'json' };
import zhCheckMetadata from './zh-CN/check-metadata.json' with { type: 'json' };
import zhCheckScreenshot from './zh-CN/check-screenshot.json' with { type: 'json' };
import zhCheckSeenBefore from './zh-CN/check-seen-before.json' with { type: 'json' };
import zhCheckVisibleMark from './zh-CN/check-visible-mark.json' with { type: 'json' };
import zhCommon from './zh-CN/common.json' with { type: 'json' };
import zhHistory from './zh-CN/history.json' with { type: 'json' };
import zhListing from './zh-CN/listing.json' with { type: 'json' };
import zhPanel from './zh-CN/panel.json' with { type: 'json' };
import zhProblem from './zh-CN/problem.json' with { type: 'json' };
import zhRebuttal from './zh-CN/rebuttal.json' with { type: 'json' };
import zhTeach from './zh-CN/teach.json' with { type: 'json' };

type Entries = Readonly<Record<string, string>>;

/** One flat dictionary a language; the files are split by area only so that people can find and edit them. */
export const LOCALES: Readonly<Record<Language, Entries>> = {
  'zh-CN': {
    ...zhCommon,
    ...zhPanel,
    ...zhHistory,
    ...zhRebuttal,
    ...zhTeach,
    ...zhListing,
    ...zhProblem,
    ...zhCheckFile,
    ...zhCheckC2pa,
    ...zhCheckMetadata,
    ...zhCheckFingerprint,
    ...zhCheckListingMatch,
    ...zhCheckSeenBefore,
    ...zhCheckScreenshot,
    ...zhCheckVisibleMark,
  },
  en: {
    ...enCommon,
    ...enPanel,
    ...enHistory,
    ...enRebuttal,
    ...enTeach,
    ...enListing,
    ...enProblem,
    ...enCheckFile,
    ...enCheckC2pa,
    ...enCheckMetadata,
    ...enCheckFingerprint,
    ...enCheckListingMatch,
    ...enCheckSeenBefore,
    ...enCheckScreenshot,
    ...enCheckVisibleMark,
  },
};
