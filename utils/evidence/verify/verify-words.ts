/** The verifier's sentences; it runs without the extension and its locale files. */
export interface VerifyWords {
  readonly title: string;
  readonly how: string;
  readonly chooseZip: string;
  readonly chooseFolder: string;
  readonly reading: string;
  readonly unreadable: string;
  readonly noManifest: string;
  readonly allSame: string;
  readonly differs: string;
  readonly changed: string;
  readonly missing: string;
  readonly added: string;
  readonly rootHash: string;
  readonly timestamp: string;
  readonly timestampOther: string;
}

/** Names of the words, which are also the ends of their keys `verify.<name>` in the locale files. */
export const VERIFY_WORDS: readonly (keyof VerifyWords)[] = [
  'title',
  'how',
  'chooseZip',
  'chooseFolder',
  'reading',
  'unreadable',
  'noManifest',
  'allSame',
  'differs',
  'changed',
  'missing',
  'added',
  'rootHash',
  'timestamp',
  'timestampOther',
];
