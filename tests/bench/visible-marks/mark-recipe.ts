import { between, pick, type Random } from '../seeded-random.ts';

/** How one text is drawn onto a photograph. */
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

type TextAndCorner = readonly [string, MarkRecipe['corner']];

/** Marks and the corners where they stand, as observed on real files or asked for by GB 45438-2025 5.2. */
export const MARKS: readonly TextAndCorner[] = [
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

/** What honest pictures have at their edges: cameras' stamps, packages, shops' names, notices of apps. */
export const HONEST_TEXTS: readonly TextAndCorner[] = [
  ['AI QUAD CAMERA', 'bottom-left'],
  ['SHOT ON MI 9 AI CAMERA', 'bottom-left'],
  ['vivo X100 | AI影像', 'bottom-right'],
  ['AI生活', 'bottom-right'],
  ['AI养成', 'top-left'],
  ['AI智能净水器', 'bottom'],
  ['人工智能', 'bottom-right'],
  ['人工合成宝石', 'bottom-right'],
  ['合成革', 'bottom-left'],
  ['生成日期 2026-11-21', 'bottom-right'],
  ['2026-11-21 10:32', 'bottom-right'],
  ['AI客服', 'top-right'],
  ['即梦工坊', 'bottom-right'],
  ['可灵旗舰店', 'bottom-right'],
  ['豆包点心', 'bottom-right'],
  ['内容由AI生成，仅供参考', 'bottom'],
  ['疑似AI生成内容', 'bottom-left'],
  ['作者声明：AI生成', 'bottom-left'],
];

/** Fonts of the tuning half; the report half adds those that were never looked at. */
const FONTS = {
  tune: ['Noto Sans CJK SC', 'Noto Sans CJK SC', 'Droid Sans Fallback'],
  report: ['Noto Sans CJK SC', 'Noto Sans CJK SC', 'Droid Sans Fallback', 'Noto Serif CJK SC', 'Noto Sans Mono CJK SC'],
};

/** Draws a recipe by chance. */
export function mixMark(texts: readonly TextAndCorner[], half: 'tune' | 'report', random: Random): MarkRecipe {
  const [text, corner] = pick(random, texts);
  const backing = pick(random, ['none', 'shadow', 'shadow', 'pill'] as const);
  const isBright = backing !== 'none' || random() < 0.8;
  return {
    text,
    corner,
    font: pick(random, FONTS[half]),
    weight: pick(random, [400, 700] as const),
    heightFraction: between(random, 0.03, 0.08),
    margin: between(random, 0.012, 0.05),
    gray: isBright ? between(random, 200, 255) : between(random, 0, 60),
    opacity: between(random, 0.5, 1),
    backing,
    shortSide: Math.round(between(random, 600, 1600)),
    jpegQuality: Math.round(between(random, 60, 90)),
  };
}
