import { languageOf } from '../../utils/text/language-of.ts';
import type { Language } from '../../utils/text/text.ts';

/** The words of the card before anything was read, kept out of the locale files so that pages do not load all of those. */
export interface LaunchText {
  readonly name: string;
  readonly analyse: string;
  readonly analyseOpen: string;
  readonly readList: string;
  readonly local: string;
  readonly list: string;
  readonly reading: string;
  readonly hide: string;
  problem(detail: string): string;
}

const CHINESE: LaunchText = {
  name: '退款验图',
  analyse: '分析',
  analyseOpen: '分析打开的这一单',
  readList: '检查本页全部',
  local: '图片只在这台电脑上检查，不会上传。',
  list: '可以挑几单，也可以全部检查；点开了某一单，也可以只分析它。',
  reading: '正在读取这一页…',
  hide: '收起',
  problem: (detail) => `没能打开：${detail}。请刷新页面再试。`,
};

const TRADITIONAL_CHINESE: LaunchText = {
  name: '退款驗圖',
  analyse: '分析',
  analyseOpen: '分析打開的這一單',
  readList: '檢查本頁全部',
  local: '圖片只在這台電腦上檢查，不會上傳。',
  list: '可以挑幾單，也可以全部檢查；點開了某一單，也可以只分析它。',
  reading: '正在讀取這一頁…',
  hide: '收起',
  problem: (detail) => `沒能打開：${detail}。請重新整理頁面再試。`,
};

const ENGLISH: LaunchText = {
  name: 'Refund Lens',
  analyse: 'Analyse',
  analyseOpen: 'Analyse the open claim',
  readList: 'Check all on this page',
  local: 'Pictures are checked on this computer and never uploaded.',
  list: 'Choose claims of this page to check together, or open one and analyse it.',
  reading: 'Reading the page…',
  hide: 'Hide',
  problem: (detail) => `It did not open: ${detail}. Reload the page and try again.`,
};

const TEXTS: Readonly<Record<Language, LaunchText>> = {
  'zh-CN': CHINESE,
  'zh-TW': TRADITIONAL_CHINESE,
  en: ENGLISH,
};

/** @param tag BCP 47: the seller's choice, or the browser's */
export function launchTextIn(tag: string): LaunchText {
  return TEXTS[languageOf(tag)];
}
