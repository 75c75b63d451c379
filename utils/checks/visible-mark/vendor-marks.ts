/** Where along the edges a line stands. */
export type MarkPlace = 'top-left' | 'top' | 'top-right' | 'left' | 'right' | 'bottom-left' | 'bottom' | 'bottom-right';

/** The visible mark of one generator. */
export interface VendorMark {
  /** Permanent. */
  readonly id: string;
  /** The mark without white space, its whole text first. */
  readonly texts: readonly string[];
  readonly places: readonly MarkPlace[];
}

/** Marks as observed on pictures of each generator up to 2026-11-21, each where its vendor puts it. */
export const VENDOR_MARKS: readonly VendorMark[] = [
  { id: 'doubao', texts: ['豆包AI生成', '豆包AI'], places: ['bottom-right'] },
  { id: 'jimeng', texts: ['即梦AI'], places: ['bottom-right'] },
  { id: 'qianwen', texts: ['千问AI生成', '千问AI'], places: ['bottom-right'] },
  { id: 'kling', texts: ['可灵AI3.0', 'KlingAI3.0', '可灵AI', 'KlingAI'], places: ['bottom-right'] },
  { id: 'xinghui', texts: ['星绘AI生成', '星绘AI'], places: ['bottom-right'] },
  { id: 'liblib', texts: ['LibLibAI'], places: ['bottom'] },
  { id: 'runninghub', texts: ['RunningHubAI生成', 'RunningHubAI'], places: ['top-left', 'top'] },
  { id: 'zaodian', texts: ['造点AI生成'], places: ['bottom-right'] },
  { id: 'samsung', texts: ["Contenutigeneratidall'AI"], places: ['bottom-left'] },
];
