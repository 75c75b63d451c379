import { createContext, useContext } from 'react';
import { type Text, textIn } from '../../utils/text/text.ts';

/** The texts that the components under it are written in. */
export const TextContext = createContext<Text>(textIn('zh-CN'));

/** The texts of the surrounding language. */
export function useText(): Text {
  return useContext(TextContext);
}
