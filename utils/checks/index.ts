import type { Check } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import { screenshot } from './screenshot.ts';
import { visibleMark } from './visible-mark.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [fingerprint, screenshot, visibleMark];
