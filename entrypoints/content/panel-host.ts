import type { PanelMove } from '../../components/panel/move-handle.tsx';
import { makeOwnElement } from '../../utils/claims/page/own-element.ts';
import { sendMessage } from '../../utils/messages.ts';
import { type PanelPlace, readSettings, writeSettings } from '../../utils/settings/settings.ts';
import { keepOnPage } from './keep-on-page.ts';
import styles from './panel-host.css?inline';
import { movableFrame } from './panel-place.ts';

export interface PanelHost {
  readonly frame: HTMLElement;
  readonly move: PanelMove;
}

const KEY_EVENTS = ['keydown', 'keypress', 'keyup', 'input', 'paste', 'copy'] as const;

/**
 * Puts the panel's element onto the page, outside the page's own tree, with a root that the page cannot open.
 * @param signal takes the element away again
 * @returns the place inside the closed root that the panel fills, and how that is moved
 */
export function mountPanelHost(document: Document, signal: AbortSignal): PanelHost {
  const element = makeOwnElement(document, 'panel');
  const root = element.attachShadow({ mode: 'closed' });
  // What is typed into the panel is none of the page's business, and must not trigger its shortcuts.
  for (const type of KEY_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  const style = document.createElement('style');
  style.textContent = styles;
  const frame = document.createElement('div');
  frame.className = 'frame';
  root.append(style, frame);
  const move = movableFrame(
    frame,
    (place) => {
      keepPlace(place).catch((error: unknown) => console.warn('The place could not be kept', error));
    },
    signal,
  );
  // Until the settings are read the frame stands on the right, where most sellers leave it.
  readSettings().then(
    ({ panel }) => {
      frame.dataset.side = panel.side;
      move.restore(panel.places[location.host] ?? null);
    },
    (error: unknown) => console.warn('The settings could not be read', error),
  );
  const takeAway = keepOnPage(element, document, () => {
    sendMessage('panel.takenAway', undefined).catch((error: unknown) => console.warn('Nobody could be told', error));
  });
  signal.addEventListener('abort', takeAway, { once: true });
  return { frame, move };
}

/** Keeps where the panel stands on this site. */
async function keepPlace(place: PanelPlace | null): Promise<void> {
  const { panel } = await readSettings();
  const { [location.host]: _before, ...others } = panel.places;
  await writeSettings({ panel: { ...panel, places: place ? { ...others, [location.host]: place } : others } });
}
