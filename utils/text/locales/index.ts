import type { Language } from '../text.ts';
import enAdded from './en/added.json' with { type: 'json' };
import enCheckC2pa from './en/check-c2pa.json' with { type: 'json' };
import enCheckContradiction from './en/check-contradiction.json' with { type: 'json' };
import enCheckDamageReused from './en/check-damage-reused.json' with { type: 'json' };
import enCheckFile from './en/check-file.json' with { type: 'json' };
import enCheckFingerprint from './en/check-fingerprint.json' with { type: 'json' };
import enCheckJpeg from './en/check-jpeg.json' with { type: 'json' };
import enCheckListingMatch from './en/check-listing-match.json' with { type: 'json' };
import enCheckMetadata from './en/check-metadata.json' with { type: 'json' };
import enCheckPackingMatch from './en/check-packing-match.json' with { type: 'json' };
import enCheckParcelLabel from './en/check-parcel-label.json' with { type: 'json' };
import enCheckPictureText from './en/check-picture-text.json' with { type: 'json' };
import enCheckScreenshot from './en/check-screenshot.json' with { type: 'json' };
import enCheckSeenBefore from './en/check-seen-before.json' with { type: 'json' };
import enCheckVisibleMark from './en/check-visible-mark.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enData from './en/data.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enKeys from './en/keys.json' with { type: 'json' };
import enListing from './en/listing.json' with { type: 'json' };
import enNewCheck from './en/new-check.json' with { type: 'json' };
import enPack from './en/pack.json' with { type: 'json' };
import enPacking from './en/packing.json' with { type: 'json' };
import enPanel from './en/panel.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enQueue from './en/queue.json' with { type: 'json' };
import enRebuttal from './en/rebuttal.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enSkeleton from './en/skeleton.json' with { type: 'json' };
import enTeach from './en/teach.json' with { type: 'json' };
import enTrustList from './en/trust-list.json' with { type: 'json' };
import zhAdded from './zh-CN/added.json' with { type: 'json' };
import zhCheckC2pa from './zh-CN/check-c2pa.json' with { type: 'json' };
import zhCheckContradiction from './zh-CN/check-contradiction.json' with { type: 'json' };
import zhCheckDamageReused from './zh-CN/check-damage-reused.json' with { type: 'json' };
import zhCheckFile from './zh-CN/check-file.json' with { type: 'json' };
import zhCheckFingerprint from './zh-CN/check-fingerprint.json' with { type: 'json' };
import zhCheckJpeg from './zh-CN/check-jpeg.json' with { type: 'json' };
import zhCheckListingMatch from './zh-CN/check-listing-match.json' with { type: 'json' };
import zhCheckMetadata from './zh-CN/check-metadata.json' with { type: 'json' };
import zhCheckPackingMatch from './zh-CN/check-packing-match.json' with { type: 'json' };
import zhCheckParcelLabel from './zh-CN/check-parcel-label.json' with { type: 'json' };
import zhCheckPictureText from './zh-CN/check-picture-text.json' with { type: 'json' };
import zhCheckScreenshot from './zh-CN/check-screenshot.json' with { type: 'json' };
import zhCheckSeenBefore from './zh-CN/check-seen-before.json' with { type: 'json' };
import zhCheckVisibleMark from './zh-CN/check-visible-mark.json' with { type: 'json' };
import zhCommon from './zh-CN/common.json' with { type: 'json' };
import zhData from './zh-CN/data.json' with { type: 'json' };
import zhHistory from './zh-CN/history.json' with { type: 'json' };
import zhKeys from './zh-CN/keys.json' with { type: 'json' };
import zhListing from './zh-CN/listing.json' with { type: 'json' };
import zhNewCheck from './zh-CN/new-check.json' with { type: 'json' };
import zhPack from './zh-CN/pack.json' with { type: 'json' };
import zhPacking from './zh-CN/packing.json' with { type: 'json' };
import zhPanel from './zh-CN/panel.json' with { type: 'json' };
import zhProblem from './zh-CN/problem.json' with { type: 'json' };
import zhQueue from './zh-CN/queue.json' with { type: 'json' };
import zhRebuttal from './zh-CN/rebuttal.json' with { type: 'json' };
import zhSettings from './zh-CN/settings.json' with { type: 'json' };
import zhSkeleton from './zh-CN/skeleton.json' with { type: 'json' };
import zhTeach from './zh-CN/teach.json' with { type: 'json' };
import zhTrustList from './zh-CN/trust-list.json' with { type: 'json' };
import zhTw from './zh-TW.json' with { type: 'json' };

type Entries = Readonly<Record<string, string>>;

/** One flat dictionary a language; the files are split by area only so that people can find and edit them. */
export const LOCALES: Readonly<Record<Language, Entries>> = {
  'zh-CN': {
    ...zhCommon,
    ...zhPanel,
    ...zhNewCheck,
    ...zhHistory,
    ...zhPack,
    ...zhPacking,
    ...zhQueue,
    ...zhData,
    ...zhRebuttal,
    ...zhSettings,
    ...zhTrustList,
    ...zhTeach,
    ...zhListing,
    ...zhKeys,
    ...zhProblem,
    ...zhSkeleton,
    ...zhCheckFile,
    ...zhAdded,
    ...zhCheckC2pa,
    ...zhCheckContradiction,
    ...zhCheckDamageReused,
    ...zhCheckMetadata,
    ...zhCheckFingerprint,
    ...zhCheckJpeg,
    ...zhCheckListingMatch,
    ...zhCheckPackingMatch,
    ...zhCheckSeenBefore,
    ...zhCheckScreenshot,
    ...zhCheckVisibleMark,
    ...zhCheckParcelLabel,
    ...zhCheckPictureText,
  },
  'zh-TW': zhTw,
  en: {
    ...enCommon,
    ...enPanel,
    ...enNewCheck,
    ...enHistory,
    ...enPack,
    ...enPacking,
    ...enQueue,
    ...enData,
    ...enRebuttal,
    ...enSettings,
    ...enTrustList,
    ...enTeach,
    ...enListing,
    ...enKeys,
    ...enProblem,
    ...enSkeleton,
    ...enCheckFile,
    ...enAdded,
    ...enCheckC2pa,
    ...enCheckContradiction,
    ...enCheckDamageReused,
    ...enCheckMetadata,
    ...enCheckFingerprint,
    ...enCheckJpeg,
    ...enCheckListingMatch,
    ...enCheckPackingMatch,
    ...enCheckSeenBefore,
    ...enCheckScreenshot,
    ...enCheckVisibleMark,
    ...enCheckParcelLabel,
    ...enCheckPictureText,
  },
};
