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

const ENGLISH: AreaPickerText = {
  name: 'Mark the picture to check',
  help: 'Drag a box around the picture and nothing else. Arrow keys move it, Shift and arrow keys change its size, Enter checks it, Esc cancels. A capture has no file information; use the original where you have it.',
  done: 'Check what is in the box',
  cancel: 'Cancel',
};

/** @param language a BCP 47 tag, usually the browser's */
export function areaPickerTextIn(language: string): AreaPickerText {
  return language.startsWith('zh') ? CHINESE : ENGLISH;
}
