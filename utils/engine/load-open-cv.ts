import type { OpenCv } from '../checks/open-cv.ts';

interface OpenCvScope {
  cvModule?: { locateFile(name: string): string };
  cv?: OpenCv & { onRuntimeInitialized?: () => void };
  importScripts(...urls: string[]): void;
}

/**
 * OpenCV, or why it could not be loaded. Wrapped, because the module looks like a promise (it has `then`) and awaiting
 * it would never end.
 */
export type LoadedOpenCv = { readonly opencv: OpenCv } | { readonly problem: string };

let loading: Promise<LoadedOpenCv> | null = null;

/** Loads OpenCV into this worker once, and keeps it. */
export function loadOpenCv(): Promise<LoadedOpenCv> {
  loading ??= new Promise((resolve) => {
    const scope = self as unknown as OpenCvScope;
    scope.cvModule = { locateFile: (name) => `${self.location.origin}/opencv/${name}` };
    try {
      scope.importScripts(`${self.location.origin}/opencv/opencv.js`);
    } catch (error) {
      resolve({ problem: error instanceof Error ? error.message : String(error) });
      return;
    }
    const opencv = scope.cv;
    if (!opencv) resolve({ problem: 'opencv.js defined no cv' });
    else if (opencv.Mat) resolve({ opencv });
    else opencv.onRuntimeInitialized = () => resolve({ opencv });
  });
  return loading;
}
