/** Gray pixels, 8 bits each, row by row; a single line is dark text on a light ground. */
export interface LineToRead {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface ReadLine {
  /** As recognised, one line, with the white space that the recogniser put between words. */
  readonly text: string;
  /** The recogniser's own mean confidence, 0 to 100; comparable only with itself. */
  readonly confidence: number;
  /** The parts that it put the line together from, each with a confidence of its own. */
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
}

/** One line of a whole picture. */
export interface PageLine {
  readonly text: string;
  /** Mean of its words, 0 to 100. */
  readonly confidence: number;
  /** In pixels of what was read. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface LineReader {
  /** Reads one line; text is empty where none was recognised. */
  readLine(line: LineToRead): Promise<ReadLine>;
}

/** Text recognition as loaded by the worker (or by a test in Node): Simplified Chinese and Latin letters. */
export interface OcrReader extends LineReader {
  /** Finds and reads all lines of a picture, in reading order; seconds for a photograph. */
  readPage(page: LineToRead): Promise<PageLine[]>;
}
