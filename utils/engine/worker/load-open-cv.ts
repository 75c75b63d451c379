import type { OpenCv } from '../../checks/open-cv.ts';
import type { LoadedTool } from './load-tools.ts';

interface OpenCvScope {
  cvModule?: { locateFile(name: string): string };
  cv?: OpenCv & { onRuntimeInitialized?: () => void };
  importScripts(...urls: string[]): void;
}

let loading: Promise<LoadedTool<'opencv'>> | null = null;

/** Loads OpenCV into this worker once, and keeps it. */
export function loadOpenCv(): Promise<LoadedTool<'opencv'>> {
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
    else if (opencv.Mat) resolve({ tool: opencv });
    else opencv.onRuntimeInitialized = () => resolve({ tool: opencv });
  });
  return loading;
}
