/** Where along the upper or lower edge a line stands. */
export type MarkPlace = 'top-left' | 'top' | 'top-right' | 'bottom-left' | 'bottom' | 'bottom-right';

/** The visible mark of one generator. */
export interface VendorMark {
  /** Permanent; its name is `vendor.<id>` in the locale files. */
  readonly id: string;
  /** The vendor's name in the line without white space. */
  readonly name: RegExp;
  /** Text that is a mark of this vendor even where no `AI生成` was read; null where the name alone is none. */
  readonly brand: RegExp | null;
  readonly places: readonly MarkPlace[];
}

/**
 * Marks as observed on pictures of each generator up to 2026-11-21, each where its vendor puts it. Beside a character
 * stand those that recognisers take it for.
 */
export const VENDOR_MARKS: readonly VendorMark[] = [
  { id: 'doubao', name: /豆[包色]/, brand: /豆[包色]AI/, places: ['bottom-right'] },
  { id: 'jimeng', name: /即[梦萝]/, brand: /即[梦萝]AI$/, places: ['bottom-right'] },
  { id: 'qianwen', name: /[千干于]问/, brand: /[千干于]问AI/, places: ['bottom-right'] },
  { id: 'kling', name: /可灵|K[lt]ing/i, brand: /(?:可灵|K[lt]ing)AI[\d.]*$/i, places: ['bottom-right'] },
  { id: 'xinghui', name: /星[绘给]/, brand: /星绘AI/, places: ['bottom-right'] },
  { id: 'liblib', name: /LibLib/i, brand: /LibLibAI$/i, places: ['bottom'] },
  { id: 'runninghub', name: /RunningHub/i, brand: /RunningHubAI/i, places: ['top-left'] },
  { id: 'zaodian', name: /造点/, brand: null, places: ['bottom-right'] },
  { id: 'samsung', name: /Contenuti/i, brand: /generatidall.{0,2}AI/i, places: ['bottom-left'] },
];
