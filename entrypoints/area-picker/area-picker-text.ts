import type { Language } from '../../utils/text/text.ts';

/** The few words of the overlay, kept out of the locale files so that a page does not load all of those. */
export interface AreaPickerText {
  readonly name: string;
  readonly help: string;
  readonly done: string;
  readonly cancel: string;
}

const CHINESE: AreaPickerText = {
  name: '框选要检查的画面',
  help: '按住鼠标拖出一个框，只框图片本身。方向键移动，Shift＋方向键改大小，回车开始检查，Esc 取消。截图没有原文件信息，有原图时请用原图。',
  done: '检查框内画面',
  cancel: '取消',
};

const TRADITIONAL_CHINESE: AreaPickerText = {
  name: '框選要檢查的畫面',
  help: '按住滑鼠拖出一個框，只框圖片本身。方向鍵移動，Shift＋方向鍵改大小，Enter 鍵開始檢查，Esc 取消。截圖沒有原檔案資訊，有原圖時請用原圖。',
  done: '檢查框內畫面',
  cancel: '取消',
};

const ENGLISH: AreaPickerText = {
  name: 'Mark the picture to check',
  help: 'Drag a box around the picture and nothing else. Arrow keys move it, Shift and arrow keys change its size, Enter checks it, Esc cancels. A capture has no file information; use the original where you have it.',
  done: 'Check what is in the box',
  cancel: 'Cancel',
};

const TEXTS: Readonly<Record<Language, AreaPickerText>> = {
  'zh-CN': CHINESE,
  'zh-TW': TRADITIONAL_CHINESE,
  en: ENGLISH,
};

export function areaPickerTextIn(language: Language): AreaPickerText {
  return TEXTS[language];
}
