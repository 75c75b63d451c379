/** How one mark is drawn. */
export interface MarkRecipe {
  readonly text: string;
  readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'bottom';
  readonly font: string;
  readonly weight: 400 | 700;
  /** Height of an ideograph, in fractions of the short side. */
  readonly heightFraction: number;
  /** Distance to the two nearest edges, in fractions of the short side. */
  readonly margin: number;
  readonly gray: number;
  readonly opacity: number;
  readonly backing: 'none' | 'shadow' | 'pill';
  /** Short side of the finished picture, in pixels. */
  readonly shortSide: number;
  readonly jpegQuality: number;
}

/** Texts and the corners where they stand, as observed on real files or asked for by GB 45438-2025 5.2. */
const TEXTS: readonly (readonly [string, MarkRecipe['corner']])[] = [
  ['豆包AI生成', 'bottom-right'],
  ['即梦AI', 'bottom-right'],
  ['千问AI生成', 'bottom-right'],
  ['可灵AI 3.0', 'bottom-right'],
  ['KlingAI 3.0', 'bottom-right'],
  ['星绘AI生成', 'bottom-right'],
  ['LibLibAI', 'bottom'],
  ['RunningHub AI生成', 'top-left'],
  ['AI生成', 'top-left'],
  ['AI生成', 'top-right'],
  ['AI生成', 'bottom-right'],
  ['AI生成', 'bottom-left'],
  ['AI合成', 'bottom-right'],
  ['人工智能生成', 'bottom-right'],
  ['由AI生成', 'bottom-right'],
];

/** Fonts of the tuning half; the report half adds those that were never looked at. */
const FONTS = {
  tune: ['Noto Sans CJK SC', 'Noto Sans CJK SC', 'Droid Sans Fallback'],
  report: ['Noto Sans CJK SC', 'Noto Sans CJK SC', 'Droid Sans Fallback', 'Noto Serif CJK SC', 'Noto Sans Mono CJK SC'],
};

/** Draws a recipe by chance, the same for the same generator. */
export function mixMark(half: 'tune' | 'report', random: () => number): MarkRecipe {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const between = (low: number, high: number): number => low + (high - low) * random();
  const [text, corner] = pick(TEXTS);
  const backing = pick(['none', 'shadow', 'shadow', 'pill'] as const);
  const isBright = backing !== 'none' || random() < 0.8;
  return {
    text,
    corner,
    font: pick(FONTS[half]),
    weight: pick([400, 700] as const),
    heightFraction: between(0.03, 0.08),
    margin: between(0.012, 0.05),
    gray: isBright ? between(200, 255) : between(0, 60),
    opacity: between(0.5, 1),
    backing,
    shortSide: Math.round(between(600, 1600)),
    jpegQuality: Math.round(between(60, 90)),
  };
}
