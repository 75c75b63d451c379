import { type ComponentProps, type SyntheticEvent, useMemo } from 'react';
import { type Language, textIn } from '../../utils/text/text.ts';
import { TextContext } from './text-context.ts';

interface SurfaceProps extends ComponentProps<'div'> {
  readonly language: Language;
}

/**
 * The outermost element of every view: language, colours, type. Keys pressed in it stay in it, since the page around a
 * panel may have shortcuts of its own.
 */
export function Surface({ language, className, children, ...rest }: SurfaceProps) {
  const text = useMemo(() => textIn(language), [language]);
  return (
    <TextContext value={text}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it handles no key, it keeps them from the page */}
      <div
        {...rest}
        lang={language}
        className={`surface ${className ?? ''}`}
        onKeyDown={stop}
        onKeyUp={stop}
        onKeyPress={stop}
        onPaste={stop}
      >
        {children}
      </div>
    </TextContext>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
