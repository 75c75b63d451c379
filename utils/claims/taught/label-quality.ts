import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import type { LabelDictionary } from '../page/find-labels.ts';
import type { TextToken } from '../page/page-outline.ts';

const LABEL_TAGS = new Set(['TH', 'DT', 'LABEL', 'LEGEND', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** A label is short; Latin scripts need more letters for the same words. */
const MAX_LABEL_LENGTH = 16;
const MAX_LATIN_LABEL_LENGTH = 40;

/**
 * How surely a text is a label and no value of this one claim. Numbers, prices and dates are values; a known label, a
 * colon at the end or a heading's element makes it sure; any other short text may be.
 */
export function labelQuality(token: TextToken, dictionary: LabelDictionary): 'sure' | 'maybe' | 'never' {
  const { text, key, element } = token;
  const maxLength = /[^\u0020-\u024f]/.test(text) ? MAX_LABEL_LENGTH : MAX_LATIN_LABEL_LENGTH;
  if (key.length < 2 || key.length > maxLength || /\d{2}|[¥￥$€£]|[*＊•]{2}/.test(key)) return 'never';
  if (dictionary.has(key) || pictureLabelOf(key) !== null || /[:：]$/.test(text)) return 'sure';
  return LABEL_TAGS.has(element.tagName) ? 'sure' : 'maybe';
}
