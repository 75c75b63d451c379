import pinduoduo from './pinduoduo.ts';
import type { Platform } from './platform.ts';

/** Every seller center, in the order they are tried. */
export const PLATFORMS: readonly Platform[] = [pinduoduo];
