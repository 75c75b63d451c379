/** The ways in which two aligned pictures can be looked at. */
export const COMPARE_MODES = ['side', 'slider', 'blink', 'onion', 'difference'] as const;

export type CompareMode = (typeof COMPARE_MODES)[number];
