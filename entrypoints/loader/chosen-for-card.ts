import type { Language } from '../../utils/text/text.ts';

/**
 * What the seller chose of the card, set by tiny scripts that are registered before the loader: cheaper for a page than
 * asking for a setting. All run in the extension's isolated world of the frame, which the page cannot reach.
 */
const scope = globalThis as {
  refundLensSide?: unknown;
  refundLensLanguage?: unknown;
  refundLensHidden?: unknown;
};

export function standLeft(): void {
  scope.refundLensSide = 'left';
}

export function standsLeft(): boolean {
  return scope.refundLensSide === 'left';
}

/** Nothing shows by itself on this site. */
export function hideCard(): void {
  scope.refundLensHidden = true;
}

export function isCardHidden(): boolean {
  return scope.refundLensHidden === true;
}

export function speak(language: Language): void {
  scope.refundLensLanguage = language;
}

/** The language that the seller chose, or the browser's; a BCP 47 tag. */
export function spokenLanguage(): string {
  return typeof scope.refundLensLanguage === 'string' ? scope.refundLensLanguage : navigator.language;
}
