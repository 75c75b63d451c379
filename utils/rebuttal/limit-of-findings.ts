import type { Text } from '../text/text.ts';
import type { DraftPoint } from './rebuttal-draft.ts';

/**
 * What the findings of a text do not show. Where all of them are clues it says that nothing follows from them; where some
 * pictures have nothing but clues, it names those, so that they do not pass for what stands beside them.
 */
export function limitOfFindings(points: readonly Pick<DraftPoint, 'pictureNumber' | 'grade'>[], text: Text): string {
  const isClueOnly = (number: number): boolean =>
    points.every(({ pictureNumber, grade }) => pictureNumber !== number || grade === 'clue');
  const pictures = [...new Set(points.map(({ pictureNumber }) => pictureNumber))].sort((a, b) => a - b);
  const clues = pictures.filter(isClueOnly);
  if (clues.length === pictures.length) return text.t('rebuttal.limit.clue');
  const limit = text.t('rebuttal.limit');
  if (clues.length === 0) return limit;
  const some = text.t('rebuttal.limit.somePictures', {
    count: clues.length,
    pictures: clues.join(text.t('list.separator')),
  });
  return [limit, some].join(text.t('rebuttal.sentence.separator'));
}
