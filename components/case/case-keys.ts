import { COMPARE_MODES } from '../compare/compare-mode.ts';

/** What keys of a case do; the list of keys shows them in this order, with the texts `keys.<name>`. */
export const CASE_KEYS = {
  nextFinding: 'j',
  previousFinding: 'k',
  compare: 'c',
  mode: `1…${COMPARE_MODES.length}`,
  previousPlace: '[',
  nextPlace: ']',
  outline: 'o',
  enlarge: 'e',
  explain: 'm',
  confirm: 'y',
  deny: 'n',
  markWrong: 'x',
  undo: 'u',
  copy: 'r',
  help: '?',
} as const;
