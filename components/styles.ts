import base from './styles/base.css?inline';
import compare from './styles/compare.css?inline';
import controls from './styles/controls.css?inline';
import history from './styles/history.css?inline';
import panel from './styles/panel.css?inline';
import picture from './styles/picture.css?inline';
import pictureText from './styles/picture-text.css?inline';
import popup from './styles/popup.css?inline';
import tokens from './styles/tokens.css?inline';

/** Every style of the components, for the shadow root of the panel or for a page of the extension. */
export const STYLES: string = [tokens, base, controls, panel, picture, pictureText, compare, history, popup].join('\n');
