import { languageOf } from '../../utils/text/language-of.ts';
import type { Language } from '../../utils/text/text.ts';

/** The few words of the launcher, kept out of the locale files so that pages do not load all of those. */
export interface LauncherText {
  readonly name: string;
  readonly analyse: string;
  readonly opening: string;
  readonly reading: string;
  readonly local: string;
  readonly noPictures: string;
  readonly notReady: string;
  readonly taughtNotFound: string;
  readonly readAgain: string;
  readonly copySkeleton: string;
  readonly skeletonCopied: string;
  readonly skeletonFailed: string;
  readonly list: string;
  readonly hide: string;
  readonly readList: string;
  readonly emptyList: string;
  readonly howQueued: string;
  readonly listGrows: string;
  readonly choose: string;
  readonly all: string;
  readonly noLink: string;
  readonly checkedBefore: string;
  listed(count: number): string;
  tooMany(taken: number): string;
  checkAll(count: number): string;
  readonly teach: string;
  claim(orderId: string, pictures: number): string;
  problem(detail: string): string;
}

const CHINESE: LauncherText = {
  name: '退款验图',
  analyse: '分析',
  opening: '正在打开…',
  reading: '正在读取这一页…',
  local: '图片只在这台电脑上检查，不会上传。',
  noPictures: '页面上还没有买家的凭证图片，等它显示后再点分析。',
  notReady: '页面上的售后单还没显示完，或和网址里的单号对不上，为免看错单先不读取。',
  taughtNotFound: '这一页上找不到教过的图片和单号：可能还没显示完，也可能网站改了版。再读一次，或重新指给它看。',
  readAgain: '再读一次',
  copySkeleton: '一直读不出来？复制页面结构',
  skeletonCopied: '已复制。里面只有页面的结构和字段名，没有订单、买家和图片，可以放心发给我们。',
  skeletonFailed: '浏览器不让复制，请再点一次。',
  list: '打开一笔售后单可以单独分析，也可以检查本页全部。',
  hide: '收起',
  readList: '检查本页全部',
  emptyList: '这一页上还没有读到售后单，等列表显示后再点。',
  howQueued:
    '会在后台逐单打开详情页，读完就关，中间有停顿。列表里的小图不检查，检查的是详情页上买家的原图。进度和结果在历史页，可以随时暂停或取消。',
  listGrows: '往下滚动或翻页，新显示的售后单会加到这里。',
  choose: '选择要检查的售后单',
  all: '全选',
  noLink: '列表里没有它的链接，请点开后单独分析',
  checkedBefore: '已有结果',
  listed: (count) => `读到 ${count} 笔售后单`,
  tooMany: (taken) => `一次检查前 ${taken} 笔。`,
  checkAll: (count) => `开始逐单检查（${count}）`,
  teach: '指给它看',
  claim: (orderId, pictures) => `${orderId ? `订单 ${orderId}` : '没读到订单编号'}，${pictures} 张凭证图片`,
  problem: (detail) => `面板没有打开：${detail}。请刷新页面再试。`,
};

const TRADITIONAL_CHINESE: LauncherText = {
  name: '退款驗圖',
  analyse: '分析',
  opening: '正在開啟…',
  reading: '正在讀取這一頁…',
  local: '圖片只在這台電腦上檢查，不會上傳。',
  noPictures: '頁面上還沒有買家的憑證圖片，等它顯示後再點分析。',
  notReady: '頁面上的售後單還沒顯示完，或和網址裡的單號對不上，為免看錯單先不讀取。',
  taughtNotFound: '這一頁上找不到教過的圖片和單號：可能還沒顯示完，也可能網站改了版。再讀一次，或重新指給它看。',
  readAgain: '再讀一次',
  copySkeleton: '一直讀不出來？複製頁面結構',
  skeletonCopied: '已複製。裡面只有頁面的結構和欄位名，沒有訂單、買家和圖片，可以放心發給我們。',
  skeletonFailed: '瀏覽器不讓複製，請再點一次。',
  list: '開啟一筆售後單可以單獨分析，也可以檢查本頁全部。',
  hide: '收起',
  readList: '檢查本頁全部',
  emptyList: '這一頁上還沒有讀到售後單，等列表顯示後再點。',
  howQueued:
    '會在背景逐單開啟詳情頁，讀完就關，中間有停頓。列表裡的小圖不檢查，檢查的是詳情頁上買家的原圖。進度和結果在歷史頁，可以隨時暫停或取消。',
  listGrows: '往下捲動或翻頁，新顯示的售後單會加到這裡。',
  choose: '選擇要檢查的售後單',
  all: '全選',
  noLink: '列表裡沒有它的連結，請點開後單獨分析',
  checkedBefore: '已有結果',
  listed: (count) => `讀到 ${count} 筆售後單`,
  tooMany: (taken) => `一次檢查前 ${taken} 筆。`,
  checkAll: (count) => `開始逐單檢查（${count}）`,
  teach: '指給它看',
  claim: (orderId, pictures) => `${orderId ? `訂單 ${orderId}` : '沒讀到訂單編號'}，${pictures} 張憑證圖片`,
  problem: (detail) => `面板沒有開啟：${detail}。請重新整理頁面再試。`,
};

const ENGLISH: LauncherText = {
  name: 'Refund Lens',
  analyse: 'Analyse',
  opening: 'Opening…',
  reading: 'Reading the page…',
  local: 'Pictures are checked on this computer and never uploaded.',
  noPictures: 'The page shows no pictures from the buyer yet. Start when they are there.',
  notReady: 'The page does not show its claim yet, or shows another one than its address names, so nothing was read.',
  taughtNotFound:
    'The pictures and numbers that were pointed at are not where they were: the page may still be loading, or the site was redesigned. Read again, or show it where anew.',
  readAgain: 'Read again',
  copySkeleton: 'Still not read? Copy page structure',
  skeletonCopied:
    'Copied. It holds the page’s structure and the names of its fields, no orders, buyers or pictures: safe to send to us.',
  skeletonFailed: 'The browser refused to copy. Please click again.',
  list: 'Open a claim to analyse it, or check all claims of this page.',
  hide: 'Hide',
  readList: 'Check all on this page',
  emptyList: 'No claim could be read on this page yet. Try again when the list is there.',
  howQueued:
    'Each claim’s page is opened in the background, read, and closed, with a pause in between. Small pictures in the list are not checked; the buyer’s pictures on the claim’s page are. The history shows how far it is and what was found; pause or cancel there.',
  listGrows: 'Scroll down or turn the page: claims that come into view are added here.',
  choose: 'Claims to check',
  all: 'All',
  noLink: 'no link in the list: open it and analyse it there',
  checkedBefore: 'has a result',
  listed: (count) => `${count} ${count === 1 ? 'claim' : 'claims'} read`,
  tooMany: (taken) => `The first ${taken} are checked at once.`,
  checkAll: (count) => `Check one by one (${count})`,
  teach: 'Show it where',
  claim: (orderId, pictures) =>
    `${orderId ? `Order ${orderId}` : 'No order number read'}, ${pictures} evidence ${pictures === 1 ? 'picture' : 'pictures'}`,
  problem: (detail) => `The panel did not open: ${detail}. Reload the page and try again.`,
};

const TEXTS: Readonly<Record<Language, LauncherText>> = {
  'zh-CN': CHINESE,
  'zh-TW': TRADITIONAL_CHINESE,
  en: ENGLISH,
};

/** @param tag BCP 47: the seller's choice, or the browser's */
export function launcherTextIn(tag: string): LauncherText {
  return TEXTS[languageOf(tag)];
}
