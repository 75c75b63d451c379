/** Anything of OpenCV.js that lives on the WebAssembly heap and has to be freed by hand. */
export interface HeapObject {
  delete(): void;
}

/** Notes a heap object, so that it is freed when the scope ends; returns it. */
export type Keep = <T extends HeapObject>(object: T) => T;

/**
 * Runs `use` and then frees every Mat (vector, detector …) that it handed to `keep`, also when it throws: the
 * WebAssembly heap has no garbage collector, and a worker lives for days.
 */
export function withMats<T>(use: (keep: Keep) => T): T {
  const kept: HeapObject[] = [];
  try {
    return use((object) => {
      kept.push(object);
      return object;
    });
  } finally {
    for (const object of kept.reverse()) object.delete();
  }
}
