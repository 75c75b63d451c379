import type { ReportAppendix, ReportFinding, ReportModel, ReportPicture } from './report-model.ts';
import { wrapText } from './wrap-text.ts';

const WIDTH_PIXELS = 1080;
const MARGIN_PIXELS = 48;
const GAP_PIXELS = 20;
/** Taller pictures are cut by chat apps and refused by some canvases; the rest goes into a further picture. */
const MAX_HEIGHT_PIXELS = 9000;
/** Seller centers take 5 MB and less a picture; no limit is confirmed, so this stays well below. */
const MAX_BYTES = 2_000_000;
const QUALITIES = [0.85, 0.75, 0.65, 0.5] as const;
const TEXT_WIDTH = WIDTH_PIXELS - 2 * MARGIN_PIXELS;
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const COLORS: Readonly<Record<string, string>> = {
  proof: '#a3141f',
  strong: '#94450b',
  clue: '#7a5c00',
  note: '#2f5d8c',
};

interface Style {
  readonly size: number;
  readonly color: string;
  readonly isBold: boolean;
}

/** A line of text, pictures side by side, or a rule: drawn at a height that is known before. */
type Block =
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly style: Style; readonly height: number }
  | {
      readonly kind: 'pictures';
      readonly pictures: readonly Blob[];
      /** How many have room beside each other. */
      readonly columns: number;
      readonly height: number;
    }
  | { readonly kind: 'rule'; readonly height: number };

const TITLE: Style = { size: 40, color: '#1a1f27', isBold: true };
const HEADING: Style = { size: 32, color: '#1a1f27', isBold: true };
const BODY: Style = { size: 26, color: '#1a1f27', isBold: false };
const MUTED: Style = { size: 22, color: '#555e6b', isBold: false };

/**
 * The report as JPEGs that a seller center's upload takes where it takes no page: each 1080 pixels wide, at most 9000 high and
 * 2 MB.
 */
export async function longPictures(model: ReportModel): Promise<Blob[]> {
  const measuring = contextOf(1);
  const blocks = await blocksOf(model, measuring);
  const pages: Block[][] = [[]];
  let height = MARGIN_PIXELS;
  for (const block of blocks) {
    if (height + block.height + MARGIN_PIXELS > MAX_HEIGHT_PIXELS && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      height = MARGIN_PIXELS;
    }
    pages.at(-1)?.push(block);
    height += block.height + GAP_PIXELS;
  }
  const written: Blob[] = [];
  for (const page of pages) written.push(await smallEnough(await draw(page)));
  return written;
}

async function blocksOf(model: ReportModel, measuring: OffscreenCanvasRenderingContext2D): Promise<Block[]> {
  const text = (content: string, style: Style): Block => {
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
  return [...blocks, { kind: 'rule', height: 2 }, ...model.closing.map((line) => text(line, MUTED))];
}

async function pictureBlocks(
  picture: ReportPicture,
  model: ReportModel,
  text: (content: string, style: Style) => Block,
  facts: (list: ReportModel['claimFacts']) => Block[],
): Promise<Block[]> {
  const blocks: Block[] = [{ kind: 'rule', height: 2 }, text(picture.heading, HEADING)];
  if (picture.image) blocks.push(await pictures([picture.image]));
  blocks.push(text(`${picture.verdict.word}  ${picture.verdict.hint}`, colored(BODY, picture.verdict.id)));
  blocks.push(...facts(picture.facts));
  for (const line of [picture.problem, picture.nothing]) if (line !== null) blocks.push(text(line, BODY));
  for (const finding of picture.findings) blocks.push(...(await findingBlocks(finding, model, text)));
  return blocks;
}

async function appendixBlocks(
  { heading, note, items }: ReportAppendix,
  text: (content: string, style: Style) => Block,
  facts: (list: ReportModel['claimFacts']) => Block[],
): Promise<Block[]> {
  const blocks: Block[] = [{ kind: 'rule', height: 2 }, text(heading, HEADING)];
  if (note !== null) blocks.push(text(note, MUTED));
  for (const item of items) {
    if (item.heading !== null) blocks.push(text(item.heading, { ...BODY, isBold: true }));
    if (item.image) blocks.push(await pictures([item.image], item.isWide ? 1 : 2));
    blocks.push(...facts(item.facts));
    if (item.problem !== null) blocks.push(text(item.problem, BODY));
  }
  return blocks;
}

async function findingBlocks(
  finding: ReportFinding,
  { words }: ReportModel,
  text: (content: string, style: Style) => Block,
): Promise<Block[]> {
  const { comparison } = finding;
  return [
    text(`${finding.verdict.word}  ${finding.title}`, colored({ ...BODY, isBold: true }, finding.verdict.id)),
    text(finding.says, BODY),
    ...(finding.review === null ? [] : [text(finding.review, MUTED)]),
    ...(comparison
      ? [
          await pictures([comparison.picture, comparison.other]),
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

async function withBitmap<Result>(blob: Blob, use: (bitmap: ImageBitmap) => Result): Promise<Result> {
  const bitmap = await createImageBitmap(blob);
  try {
    return use(bitmap);
  } finally {
    bitmap.close();
  }
}

function shownSize({ width, height }: ImageBitmap, maxWidth: number): { width: number; height: number } {
  const shown = Math.min(maxWidth, width);
  return { width: shown, height: (height * shown) / width };
}

function columnWidth(columns: number): number {
  return (TEXT_WIDTH - GAP_PIXELS * (columns - 1)) / columns;
}

async function draw(blocks: readonly Block[]): Promise<OffscreenCanvas> {
  const height = blocks.reduce((sum, block) => sum + block.height + GAP_PIXELS, 2 * MARGIN_PIXELS - GAP_PIXELS);
  const context = contextOf(height);
  let top = MARGIN_PIXELS;
  for (const block of blocks) {
    await drawBlock(context, block, top);
    top += block.height + GAP_PIXELS;
  }
  return context.canvas;
}

async function drawBlock(context: OffscreenCanvasRenderingContext2D, block: Block, top: number): Promise<void> {
  if (block.kind === 'rule') {
    context.fillStyle = '#c9ced6';
    context.fillRect(MARGIN_PIXELS, top, TEXT_WIDTH, block.height);
  } else if (block.kind === 'text') {
    context.font = fontOf(block.style);
    context.fillStyle = block.style.color;
    for (const [index, line] of block.lines.entries())
      context.fillText(line, MARGIN_PIXELS, top + (index + 0.75) * lineHeight(block.style));
  } else {
    const width = columnWidth(block.columns);
    for (const [index, picture] of block.pictures.entries()) {
      const left = MARGIN_PIXELS + index * (width + GAP_PIXELS);
      await withBitmap(picture, (bitmap) => {
        const shown = shownSize(bitmap, width);
        context.drawImage(bitmap, left, top, shown.width, shown.height);
      });
    }
  }
}

async function smallEnough(canvas: OffscreenCanvas): Promise<Blob> {
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= MAX_BYTES || quality === QUALITIES.at(-1)) return blob;
  }
  throw new Error('No JPEG quality is left');
}

function contextOf(height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(WIDTH_PIXELS, Math.ceil(height)).getContext('2d');
  if (!context) throw new Error('The browser gives no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH_PIXELS, height);
  return context;
}

const colored = (style: Style, verdict: string): Style => ({ ...style, color: COLORS[verdict] ?? style.color });
const fontOf = ({ size, isBold }: Style): string => `${isBold ? 'bold ' : ''}${size}px ${FONT}`;
const lineHeight = ({ size }: Style): number => Math.round(size * 1.5);
