import { browser } from 'wxt/browser';
import type { ScreenArea } from '../../messages.ts';
import { pixelsOfArea } from './pixels-of-area.ts';

/**
 * Captures a part of the visible tab at the screen's own pixels, as PNG.
 * @throws where the browser has not been asked by the seller for this tab just now (`activeTab`)
 */
export async function captureScreenArea(windowId: number, area: ScreenArea): Promise<Blob> {
  const whole = await (await fetch(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))).blob();
  const bitmap = await createImageBitmap(whole);
  try {
    const { left, top, width, height } = pixelsOfArea(area, bitmap);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser gives no 2D canvas');
    context.drawImage(bitmap, left, top, width, height, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    bitmap.close();
  }
}
