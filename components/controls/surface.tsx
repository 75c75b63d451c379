import { type ComponentProps, type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react';
import { type Language, textIn } from '../../utils/text/text.ts';
import { LayerContext } from './layer-context.ts';
import { TextContext } from './text-context.ts';

interface SurfaceProps extends ComponentProps<'div'> {
  readonly language: Language;
}

/**
 * The outermost element of every view: language, colours, type, and the layer for dialogs beside it. Keys pressed in it
 * stay in it, since the page around a panel may have shortcuts of its own.
 */
export function Surface({ language, className, children, onKeyDown, ...rest }: SurfaceProps) {
  const text = useMemo(() => textIn(language), [language]);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const keep = (event: KeyboardEvent<HTMLDivElement>): void => {
    onKeyDown?.(event);
    event.stopPropagation();
  };
  return (
    <TextContext value={text}>
      <LayerContext value={layer}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it handles no key, it keeps them from the page */}
        <div
          {...rest}
          lang={language}
          className={`surface ${className ?? ''}`}
          onKeyDown={keep}
          onKeyUp={stop}
          onKeyPress={stop}
          onPaste={stop}
        >
          {children}
        </div>
      </LayerContext>
      {/* Not inside: a view that is a container for its own queries would be what fixed dialogs are placed in. */}
      <div ref={setLayer} lang={language} className="surface surface-layer" />
    </TextContext>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
