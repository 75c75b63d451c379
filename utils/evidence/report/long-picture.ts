import {
  type Block,
  blocksOf,
  columnWidth,
  fontOf,
  GAP_PIXELS,
  lineHeight,
  MARGIN_PIXELS,
  shownSize,
  TEXT_WIDTH,
  WIDTH_PIXELS,
  withBitmap,
} from './report-blocks.ts';
import type { ReportModel } from './report-model.ts';

/** Taller pictures are cut by chat apps and refused by some canvases; the rest goes into a further picture. */
const MAX_HEIGHT_PIXELS = 9000;
/** Seller centers take 5 MB and less a picture; no limit is confirmed, so this stays well below. */
const MAX_BYTES = 2_000_000;
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35] as const;

/**
 * The report as JPEGs that a seller center's upload takes where it takes no page: each 1080 pixels wide, at most 9000 high and
 * 2 MB.
 */
export async function longPictures(model: ReportModel): Promise<Blob[]> {
  const measuring = contextOf(1);
  const blocks = await blocksOf(model, measuring);
  const written: Blob[] = [];
  for (const page of pagesOf(blocks)) written.push(await smallEnough(await draw(page)));
  return written;
}

/** Blocks in the order of the report, as many on each picture as it has room for; none ends in a heading. */
function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  for (const block of blocks) {
    if (page.length > 0 && heightOf([...page, block]) > MAX_HEIGHT_PIXELS) {
      const last = page.findLastIndex(({ staysWithNext }) => !staysWithNext);
      // Headings alone that fill a picture stay where they are.
      const next = last < 0 ? [] : page.splice(last + 1);
      pages.push(page);
      page = next;
    }
    page.push(block);
  }
  return [...pages, page];
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height + GAP_PIXELS, 2 * MARGIN_PIXELS - GAP_PIXELS);
}

async function draw(blocks: readonly Block[]): Promise<OffscreenCanvas> {
  const context = contextOf(heightOf(blocks));
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
