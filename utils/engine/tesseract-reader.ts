import type { OcrReader, ReadLine } from '../checks/ocr-reader.ts';

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
  api.SetVariable('tessedit_pageseg_mode', SINGLE_LINE);
  api.SetVariable('user_defined_dpi', DOTS_PER_INCH);
  return {
    async readLine({ width, height, data }) {
      const header = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
      const pgm = new Uint8Array(header.length + data.length);
      pgm.set(header);
      pgm.set(data, header.length);
      core.FS.writeFile('/input', pgm);
      if (api.SetImageFile(1, 0) !== 0) throw new Error(`Tesseract took no picture of ${width} × ${height}`);
      api.Recognize(null);
      const line = {
        text: api.GetUTF8Text().trim(),
        confidence: api.MeanTextConf(),
        words: wordsOf(api.GetTSVText(0)),
      };
      api.Clear();
      return line;
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

/** Called by the WebAssembly on its way; without it, it breaks off. */
function ignoreProgress(): void {
  // A line takes a fraction of a second: nobody watches it.
}
