import base from './styles/base.css?inline';
import compare from './styles/compare.css?inline';
import controls from './styles/controls.css?inline';
import figures from './styles/figures.css?inline';
import forcedColors from './styles/forced-colors.css?inline';
import history from './styles/history.css?inline';
import modal from './styles/modal.css?inline';
import newCheck from './styles/new-check.css?inline';
import packing from './styles/packing.css?inline';
import panel from './styles/panel.css?inline';
import picture from './styles/picture.css?inline';
import pictureText from './styles/picture-text.css?inline';
import popup from './styles/popup.css?inline';
import queue from './styles/queue.css?inline';
import settings from './styles/settings.css?inline';
import teach from './styles/teach.css?inline';
import tokens from './styles/tokens.css?inline';
import videoFrames from './styles/video-frames.css?inline';

/** Every style of the components, for the shadow root of the panel or for a page of the extension. */
export const STYLES: string = [
  tokens,
  base,
  controls,
  panel,
  picture,
  pictureText,
  videoFrames,
  compare,
  modal,
  history,
  figures,
  newCheck,
  packing,
  queue,
  settings,
  popup,
  teach,
  forcedColors,
].join('\n');
