import { createContext, useContext } from 'react';

/** Where a view's dialogs stand: over the view, inside its shadow root, and under its styles. Null until it is there. */
export const LayerContext = createContext<HTMLElement | null>(null);

export function useLayer(): HTMLElement | null {
  return useContext(LayerContext);
}
