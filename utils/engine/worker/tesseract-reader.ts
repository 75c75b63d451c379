import type { LineToRead, OcrReader, PageLine, ReadLine } from '../../checks/ocr-reader.ts';

/** The parts of tesseract.js-core that are used; the package has no types of its own. */
export interface TesseractCore {
  readonly FS: { writeFile(path: string, contents: Uint8Array): void };
  readonly TessBaseAPI: new () => TessBaseApi;
}

interface TessBaseApi {
  /** 0 when the model could be read. */
  Init(folder: string, language: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Takes the picture from `/input`; 1 when it cannot. */
  SetImageFile(exifOrientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetUTF8Text(): string;
  MeanTextConf(): number;
  /** One row a part of the page: level, five numbers, box, confidence, text. */
  GetTSVText(page: number): string;
  Clear(): void;
}

/** What the package's script defines: starts one instance. */
export type StartTesseractCore = (options: {
  locateFile(name: string): string;
  TesseractProgress(percent: number): void;
  print(line: string): void;
  printErr(line: string): void;
}) => Promise<TesseractCore>;

const LANGUAGE = 'chi_sim';
/** The neural recogniser alone: the compact model holds no other. */
const LSTM_ONLY = 1;
/** Page segmentation mode "treat the image as a single text line". */
const SINGLE_LINE = '7';
/** Page segmentation mode "find as much text as possible in no particular order": a photograph is no page. */
const SPARSE_TEXT = '11';
/** Tesseract assumes a scan's resolution where the picture states none, and warns about it. */
const DOTS_PER_INCH = '300';

/**
 * Starts Tesseract with the Chinese model and keeps it ready.
 * @param model the unpacked `chi_sim.traineddata`
 * @param locateWasm where the WebAssembly lies
 * @throws Error when the model cannot be read
 */
export async function startTesseract(
  start: StartTesseractCore,
  model: Uint8Array,
  locateWasm: () => string,
): Promise<OcrReader> {
  const complaints: string[] = [];
  const core = await start({
    locateFile: locateWasm,
    TesseractProgress: ignoreProgress,
    print: (line) => complaints.push(line),
    // The model names settings that this build lacks, a dozen lines at every start: of use only when it fails.
    printErr: (line) => complaints.push(line),
  });
  core.FS.writeFile(`/${LANGUAGE}.traineddata`, model);
  const api = new core.TessBaseAPI();
  if (api.Init('/', LANGUAGE, LSTM_ONLY) !== 0) throw new Error(`Tesseract: ${complaints.join('; ')}`);
  api.SetVariable('user_defined_dpi', DOTS_PER_INCH);
  const recognise = ({ width, height, data }: LineToRead, segmentation: string): void => {
    const header = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
    const pgm = new Uint8Array(header.length + data.length);
    pgm.set(header);
    pgm.set(data, header.length);
    core.FS.writeFile('/input', pgm);
    api.SetVariable('tessedit_pageseg_mode', segmentation);
    if (api.SetImageFile(1, 0) !== 0) throw new Error(`Tesseract took no picture of ${width} × ${height}`);
    api.Recognize(null);
  };
  return {
    async readLine(image) {
      recognise(image, SINGLE_LINE);
      const line = {
        text: api.GetUTF8Text().trim(),
        confidence: api.MeanTextConf(),
        words: wordsOf(api.GetTSVText(0)),
      };
      api.Clear();
      return line;
    },
    async readPage(image) {
      recognise(image, SPARSE_TEXT);
      const lines = linesOf(api.GetTSVText(0));
      api.Clear();
      return lines;
    },
  };
}

/** Level of the rows that are words, and the columns of their confidence and text (Tesseract's TSV output). */
const WORD_LEVEL = '5';
const CONFIDENCE_COLUMN = 10;
const TEXT_COLUMN = 11;

function wordsOf(tsv: string): ReadLine['words'] {
  return tsv
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([level]) => level === WORD_LEVEL)
    .map((columns) => ({ text: columns[TEXT_COLUMN] ?? '', confidence: Number(columns[CONFIDENCE_COLUMN]) }));
}

/** Words of one line have the same page, block, paragraph and line number; then left, top, width and height follow. */
const LINE_COLUMNS = [1, 5] as const;
const BOX_COLUMNS = [6, 10] as const;

function linesOf(tsv: string): PageLine[] {
  const words = tsv
    .split('\n')
    .map((row) => row.split('\t'))
    .filter((columns) => columns[0] === WORD_LEVEL && (columns[TEXT_COLUMN] ?? '').trim() !== '');
  const lines = new Map<string, string[][]>();
  for (const columns of words) {
    const key = columns.slice(...LINE_COLUMNS).join(' ');
    lines.set(key, [...(lines.get(key) ?? []), columns]);
  }
  return [...lines.values()].map((line) => {
    const boxes = line.map((columns) => columns.slice(...BOX_COLUMNS).map(Number) as [number, number, number, number]);
    return {
      text: joinWords(line.map((columns) => columns[TEXT_COLUMN] ?? '')),
      confidence: line.reduce((sum, columns) => sum + Number(columns[CONFIDENCE_COLUMN]), 0) / line.length,
      box: {
        left: Math.min(...boxes.map(([left]) => left)),
        top: Math.min(...boxes.map(([, top]) => top)),
        right: Math.max(...boxes.map(([left, , width]) => left + width)),
        bottom: Math.max(...boxes.map(([, top, , height]) => top + height)),
      },
    };
  });
}

/** With spaces between Latin words and none beside ideographs, which the recogniser takes for a word each. */
function joinWords(words: readonly string[]): string {
  return words.join(' ').replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])/g, '');
}

/** Called by the WebAssembly on its way; without it, it breaks off. */
function ignoreProgress(): void {
  // A line takes a fraction of a second: nobody watches it.
}
