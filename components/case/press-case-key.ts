import type { KeyboardEvent } from 'react';
import { CASE_KEYS } from './case-keys.ts';

/** In these a letter is text, or chooses an entry. */
const TAKES_LETTERS = 'textarea, select, input:not([type="radio"], [type="checkbox"], [type="range"])';
/** A finding, a dialog, or the whole case: what a key is looked for in, from the inside out. */
const SCOPE = '[data-key-scope]';

/**
 * Does what a key of `CASE_KEYS` says: presses the control that carries the key as `aria-keyshortcuts`, in the finding
 * that has the focus before any other. Keys count only while the focus is inside the case (WCAG 2.1.4).
 */
export function pressCaseKey(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  if (target.closest(TAKES_LETTERS)) return;
  const isDone =
    event.key === CASE_KEYS.nextFinding || event.key === CASE_KEYS.previousFinding
      ? stepToFinding(target, event.key === CASE_KEYS.nextFinding ? 1 : -1)
      : pressControl(target, event.key);
  if (isDone) event.preventDefault();
}

function pressControl(target: HTMLElement, key: string): boolean {
  for (let scope = target.closest(SCOPE); scope; scope = scope.parentElement?.closest(SCOPE) ?? null) {
    const control = [...scope.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
      (candidate) => candidate.getAttribute('aria-keyshortcuts') === key && isUsable(candidate),
    );
    if (!control) continue;
    control.focus();
    control.click();
    return true;
  }
  return false;
}

function stepToFinding(target: HTMLElement, step: 1 | -1): boolean {
  const findings = [...(target.closest('[data-case]') ?? target).querySelectorAll<HTMLElement>('.finding')];
  const at = findings.findIndex((finding) => finding.contains(target));
  const next = findings[at === -1 ? (step === 1 ? 0 : findings.length - 1) : at + step];
  if (!next) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function isUsable(control: HTMLElement): boolean {
  return !control.matches(':disabled') && (control.checkVisibility?.() ?? true);
}
