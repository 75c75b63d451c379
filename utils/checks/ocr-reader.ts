/** A line of dark text on a light ground, 8 bits a pixel, row by row. */
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

/** Text recognition as loaded by the worker (or by a test in Node): Simplified Chinese and Latin letters. */
export interface OcrReader {
  /** Reads one line; text is empty where none was recognised. */
  readLine(line: LineToRead): Promise<ReadLine>;
}
