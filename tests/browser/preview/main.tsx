import { createRoot } from 'react-dom/client';
import { STYLES } from '../../../components/styles.ts';
import type { Language } from '../../../utils/text/text.ts';
import { drawSamplePictures } from './sample-pictures.ts';
import { PAGE_STATES, PANEL_STATES } from './states.tsx';

const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'panel-mixed';
const language = (asked.get('language') ?? 'zh-CN') as Language;
const blobs = await drawSamplePictures();
const root = document.querySelector('#root');
if (!root) throw new Error('No root');
document.documentElement.lang = language;

const panel = PANEL_STATES[name];
const page = PAGE_STATES[name];
if (panel) {
  root.innerHTML = `<main style="font: 14px sans-serif; padding: 24px; color: #333; background: #f0f2f5; min-height: 100vh; box-sizing: border-box">
    <h1 style="font-size: 18px">售后详情</h1><p>${'这里是商家后台的页面内容。'.repeat(60)}</p></main>`;
  const host = document.createElement('refund-lens-panel');
  document.documentElement.append(host);
  // Open only here: an extension's own root is closed, and the accessibility checker could not look into that.
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = STYLES;
  const container = document.createElement('div');
  shadow.append(style, container);
  createRoot(container).render(panel(language, blobs));
} else if (page) {
  const style = document.createElement('style');
  style.textContent = STYLES;
  document.head.append(style);
  createRoot(root).render(page(language, blobs));
} else {
  throw new Error(`No state ${name}; there are ${Object.keys({ ...PANEL_STATES, ...PAGE_STATES }).join(', ')}`);
}
