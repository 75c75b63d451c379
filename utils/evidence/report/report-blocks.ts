import type { ReportAppendix, ReportFinding, ReportModel, ReportPicture } from './report-model.ts';
import { wrapText } from './wrap-text.ts';

export const WIDTH_PIXELS = 1080;
export const MARGIN_PIXELS = 48;
export const GAP_PIXELS = 20;
export const TEXT_WIDTH = WIDTH_PIXELS - 2 * MARGIN_PIXELS;
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const COLORS: Readonly<Record<string, string>> = {
  proof: '#a3141f',
  strong: '#94450b',
  clue: '#7a5c00',
  note: '#2f5d8c',
};

export interface Style {
  readonly size: number;
  readonly color: string;
  readonly isBold: boolean;
}

/** A line of text, pictures side by side, or a rule: drawn at a height that is known before. */
export type Block = {
  readonly height: number;
  /** It introduces what comes next, and stands on the same picture. */
  readonly staysWithNext?: boolean;
} & (
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly style: Style }
  | {
      readonly kind: 'pictures';
      readonly pictures: readonly Blob[];
      /** How many have room beside each other. */
      readonly columns: number;
    }
  | { readonly kind: 'rule' }
);
type TextBlock = (content: string, style: Style) => Block;

const RULE: Block = { kind: 'rule', height: 2 };
const TITLE: Style = { size: 40, color: '#1a1f27', isBold: true };
const HEADING: Style = { size: 32, color: '#1a1f27', isBold: true };
const BODY: Style = { size: 26, color: '#1a1f27', isBold: false };
const MUTED: Style = { size: 22, color: '#555e6b', isBold: false };

const beforeNext = (block: Block): Block => ({ ...block, staysWithNext: true });

/** The report from top to bottom. @param measuring a context that text is measured with */
export async function blocksOf(model: ReportModel, measuring: OffscreenCanvasRenderingContext2D): Promise<Block[]> {
  const text: TextBlock = (content, style) => {
    measuring.font = fontOf(style);
    const lines = wrapText(content, TEXT_WIDTH, (piece) => measuring.measureText(piece).width);
    return { kind: 'text', lines, style, height: lines.length * lineHeight(style) };
  };
  const facts = (list: ReportModel['claimFacts']): Block[] =>
    list.map(({ name, value }) => text(`${name}  ${value}`, MUTED));
  const blocks: Block[] = [
    text(model.title, TITLE),
    text(model.made, MUTED),
    text(`${model.verdict.word}  ${model.verdict.hint}`, colored(BODY, model.verdict.id)),
    ...facts(model.claimFacts),
  ];
  for (const picture of model.pictures) blocks.push(...(await pictureBlocks(picture, model, text, facts)));
  for (const appendix of model.appendices) blocks.push(...(await appendixBlocks(appendix, text, facts)));
  return [...blocks, RULE, ...model.closing.map((line) => text(line, MUTED))];
}

async function pictureBlocks(
  picture: ReportPicture,
  model: ReportModel,
  text: TextBlock,
  facts: (list: ReportModel['claimFacts']) => Block[],
): Promise<Block[]> {
  const blocks: Block[] = [RULE, text(picture.heading, HEADING)].map(beforeNext);
  if (picture.image) blocks.push(await pictures([picture.image]));
  blocks.push(text(`${picture.verdict.word}  ${picture.verdict.hint}`, colored(BODY, picture.verdict.id)));
  blocks.push(...facts(picture.facts));
  for (const line of [picture.problem, picture.nothing]) if (line !== null) blocks.push(text(line, BODY));
  for (const finding of picture.findings) blocks.push(...(await findingBlocks(finding, model, text)));
  return blocks;
}

async function appendixBlocks(
  { heading, note, items }: ReportAppendix,
  text: TextBlock,
  facts: (list: ReportModel['claimFacts']) => Block[],
): Promise<Block[]> {
  const blocks: Block[] = [RULE, text(heading, HEADING)].map(beforeNext);
  if (note !== null) blocks.push(beforeNext(text(note, MUTED)));
  for (const item of items) {
    if (item.heading !== null) blocks.push(beforeNext(text(item.heading, { ...BODY, isBold: true })));
    if (item.image) blocks.push(beforeNext(await pictures([item.image], item.isWide ? 1 : 2)));
    blocks.push(...facts(item.facts));
    if (item.problem !== null) blocks.push(text(item.problem, BODY));
  }
  return blocks;
}

async function findingBlocks(finding: ReportFinding, { words }: ReportModel, text: TextBlock): Promise<Block[]> {
  const { comparison } = finding;
  const title = text(
    `${finding.verdict.word}  ${finding.title}`,
    colored({ ...BODY, isBold: true }, finding.verdict.id),
  );
  const says = [text(finding.says, BODY), ...(finding.review === null ? [] : [text(finding.review, MUTED)])];
  return [
    beforeNext(title),
    ...(comparison ? says.map(beforeNext) : says),
    ...(comparison
      ? [
          beforeNext(await pictures([comparison.picture, comparison.other])),
          text(`${comparison.pictureCaption}  |  ${comparison.otherCaption}`, MUTED),
        ]
      : []),
    text(`${words.means}  ${finding.means}`, MUTED),
    text(`${words.meansNot}  ${finding.meansNot}`, MUTED),
    ...(finding.falseAlarms === null ? [] : [text(finding.falseAlarms, MUTED)]),
  ];
}

/** Measured here and decoded again when it is drawn: a long report would hold all of its pictures at once. */
async function pictures(blobs: readonly Blob[], columns = blobs.length): Promise<Block> {
  let height = 0;
  for (const blob of blobs)
    height = Math.max(height, await withBitmap(blob, (bitmap) => shownSize(bitmap, columnWidth(columns)).height));
  return { kind: 'pictures', pictures: blobs, columns, height: Math.ceil(height) };
}

export async function withBitmap<Result>(blob: Blob, use: (bitmap: ImageBitmap) => Result): Promise<Result> {
  const bitmap = await createImageBitmap(blob);
  try {
    return use(bitmap);
  } finally {
    bitmap.close();
  }
}

export function shownSize({ width, height }: ImageBitmap, maxWidth: number): { width: number; height: number } {
  const shown = Math.min(maxWidth, width);
  return { width: shown, height: (height * shown) / width };
}

export function columnWidth(columns: number): number {
  return (TEXT_WIDTH - GAP_PIXELS * (columns - 1)) / columns;
}

const colored = (style: Style, verdict: string): Style => ({ ...style, color: COLORS[verdict] ?? style.color });
export const fontOf = ({ size, isBold }: Style): string => `${isBold ? 'bold ' : ''}${size}px ${FONT}`;
export const lineHeight = ({ size }: Style): number => Math.round(size * 1.5);
