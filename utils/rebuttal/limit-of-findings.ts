import type { Text } from '../text/text.ts';
import type { CountedFinding } from './counted-findings.ts';

/**
 * What the findings of a text do not show. Where all of them are clues it says that nothing follows from them; where some
 * pictures have nothing but clues, it names those, so that they do not pass for what stands beside them.
 */
export function limitOfFindings(counted: readonly CountedFinding[], text: Text): string {
  const isClueOnly = (number: number): boolean =>
    counted.every(({ picture, grade }) => picture.index + 1 !== number || grade === 'clue');
  const pictures = [...new Set(counted.map(({ picture }) => picture.index + 1))].sort((a, b) => a - b);
  const clues = pictures.filter(isClueOnly);
  if (clues.length === pictures.length) return text.t('rebuttal.limit.clue');
  const limit = text.t('rebuttal.limit');
  if (clues.length === 0) return limit;
  const some = text.t('rebuttal.limit.somePictures', { pictures: clues.join(text.t('list.separator')) });
  return [limit, some].join(text.t('rebuttal.sentence.separator'));
}
