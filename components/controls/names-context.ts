import { createContext, useContext } from 'react';
import { maskName } from '../../utils/text/mask-name.ts';

/** Whether buyers' names are shown as stored; masked unless the seller asks, for as long as the page is open. */
export const NamesContext = createContext(false);

/** A buyer's name as it may be shown here. */
export function useShownName(): (name: string) => string {
  const isShown = useContext(NamesContext);
  return (name) => (isShown ? name.trim() : maskName(name));
}
