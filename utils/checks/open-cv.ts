/** OpenCV.js as loaded by the worker (or by a test in Node); only its types are imported, never its code. */
export type OpenCv = typeof import('@techstark/opencv-js');
