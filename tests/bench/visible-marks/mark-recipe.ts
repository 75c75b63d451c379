import { between, pick, type Random } from '../seeded-random.ts';

export const MARK_PLACES = [
  'top-left',
  'top',
  'top-right',
  'left',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;

/** How one text is drawn onto a photograph. */
export interface MarkRecipe {
  readonly text: string;
  readonly place: (typeof MARK_PLACES)[number];
  readonly font: string;
  readonly weight: 400 | 700;
  /** Height of an ideograph, in fractions of the short side. */
  readonly heightFraction: number;
  /** Distance to the nearest edges, in fractions of the short side. */
  readonly margin: number;
  readonly gray: number;
  readonly opacity: number;
  readonly backing: 'none' | 'shadow' | 'outline' | 'pill' | 'light-pill';
  /** Space between letters, in ems. */
  readonly spacing: number;
  /** Short side of the finished picture, in pixels. */
  readonly shortSide: number;
  readonly jpegQuality: number;
  /** Saved once more at this scale, as chat apps do; 1 for not. */
  readonly resentScale: number;
}

export type TextAndPlace = readonly [string, MarkRecipe['place'] | 'anywhere'];

/** Marks and the places where they stand, as observed on real files or asked for by GB 45438-2025 5.2. */
export const MARKS: readonly TextAndPlace[] = [
  ['豆包AI生成', 'bottom-right'],
  ['即梦AI', 'bottom-right'],
  ['千问AI生成', 'bottom-right'],
  ['可灵AI 3.0', 'bottom-right'],
  ['KlingAI 3.0', 'bottom-right'],
  ['星绘AI生成', 'bottom-right'],
  ['LibLibAI', 'bottom'],
  ['RunningHub AI生成', 'top-left'],
  ['豆包AI生成', 'anywhere'],
  ['千问AI生成', 'anywhere'],
  ['AI生成', 'anywhere'],
  ['AI生成', 'anywhere'],
  ['AI生成', 'anywhere'],
  ['A I 生成', 'anywhere'],
  ['AI合成', 'anywhere'],
  ['人工智能生成', 'anywhere'],
  ['由AI生成', 'anywhere'],
];

/** What honest pictures have at their edges: cameras' stamps, packages, labels, shops' names, notices of apps. */
export const HONEST_TEXTS: readonly TextAndPlace[] = [
  'AI QUAD CAMERA',
  'SHOT ON MI 9 AI CAMERA',
  'Shot on OnePlus',
  'vivo X100 | AI影像',
  'HUAWEI P60 XMAGE',
  'Xiaomi 14 | LEICA',
  'REDMI NOTE 12 5G',
  'AI生活',
  'AI养成',
  'AI智能净水器',
  '小米AI音箱',
  '人工智能音箱',
  'AI翻译机',
  '豆包AI耳机',
  '千问AI眼镜',
  'AIR JORDAN',
  'AIR FORCE 1',
  'AIA友邦',
  '人工智能',
  '人工合成宝石',
  '合成革',
  '合成纤维65%',
  '生成日期 2026-11-21',
  '生产日期 2026.11.02',
  '订单生成时间 10:32',
  '已生成取件码',
  '2026-11-21 10:32',
  '21/11/2026',
  '¥128.00',
  '合计 128.00元',
  '会员价 ¥39.9',
  '规格 500g×2',
  'AI客服',
  '即梦工坊',
  '即梦家纺',
  '可灵旗舰店',
  '豆包点心',
  '微信号 AI2580',
  '@小红书 爱生活',
  '淘宝 张记水果',
  '净含量 250ml',
  '内容由AI生成，仅供参考',
  '疑似AI生成内容',
  '作者声明：AI生成',
  '非AI生成',
  '实拍图 非AI生成',
  '拒绝AI生成',
  '一键AI生成',
  'AI合成语音',
  'AI生成器',
].map((text) => [text, 'anywhere'] as const);

/** Fonts of the tuning half; the report half adds those that were never looked at. */
const FONTS = {
  tune: ['Noto Sans CJK SC', 'Noto Sans CJK SC', 'Droid Sans Fallback', 'Noto Serif CJK TC'],
  report: [
    'Noto Sans CJK SC',
    'Noto Sans CJK TC',
    'Droid Sans Fallback',
    'Noto Serif CJK SC',
    'Noto Sans Mono CJK SC',
    'Noto Sans CJK JP',
  ],
};

/** Draws a recipe by chance. */
export function mixMark(texts: readonly TextAndPlace[], half: 'tune' | 'report', random: Random): MarkRecipe {
  const [text, where] = pick(random, texts);
  const backing = pick(random, ['none', 'none', 'shadow', 'shadow', 'outline', 'pill', 'light-pill'] as const);
  const isBright = backing !== 'light-pill' && (backing !== 'none' || random() < 0.75);
  return {
    text,
    place: where === 'anywhere' ? pick(random, MARK_PLACES) : where,
    font: pick(random, FONTS[half]),
    weight: pick(random, [400, 700] as const),
    heightFraction: between(random, 0.025, 0.08),
    margin: between(random, 0.012, 0.05),
    gray: isBright ? between(random, 200, 255) : between(random, 0, 60),
    opacity: between(random, 0.4, 0.95),
    backing,
    spacing: random() < 0.2 ? between(random, 0.1, 0.4) : 0,
    shortSide: Math.round(between(random, 600, 1600)),
    jpegQuality: Math.round(between(random, 60, 90)),
    resentScale: random() < 0.4 ? between(random, 0.5, 0.9) : 1,
  };
}
