/** The few words of the launcher, kept out of the locale files so that pages do not load all of those. */
export interface LauncherText {
  readonly name: string;
  readonly analyse: string;
  readonly opening: string;
  readonly local: string;
  readonly noPictures: string;
  readonly notReady: string;
  readonly readAgain: string;
  readonly teach: string;
  claim(orderId: string, pictures: number): string;
  problem(detail: string): string;
}

const CHINESE: LauncherText = {
  name: '退款验图',
  analyse: '分析',
  opening: '正在打开…',
  local: '图片只在这台电脑上检查，不会上传。',
  noPictures: '页面上还没有买家的凭证图片，等它显示后再点分析。',
  notReady: '页面上的售后单还没显示完，或和网址里的单号对不上，为免看错单先不读取。',
  readAgain: '再读一次',
  teach: '指给它看',
  claim: (orderId, pictures) => `订单 ${orderId}，${pictures} 张凭证图片`,
  problem: (detail) => `面板没有打开：${detail}。请刷新页面再试。`,
};

const ENGLISH: LauncherText = {
  name: 'Refund Lens',
  analyse: 'Analyse',
  opening: 'Opening…',
  local: 'Pictures are checked on this computer and never uploaded.',
  noPictures: 'The page shows no pictures from the buyer yet. Start when they are there.',
  notReady: 'The page does not show its claim yet, or shows another one than its address names, so nothing was read.',
  readAgain: 'Read again',
  teach: 'Show it where',
  claim: (orderId, pictures) => `Order ${orderId}, ${pictures} evidence ${pictures === 1 ? 'picture' : 'pictures'}`,
  problem: (detail) => `The panel did not open: ${detail}. Reload the page and try again.`,
};

/** @param language a BCP 47 tag, usually the browser's */
export function launcherTextIn(language: string): LauncherText {
  return language.startsWith('zh') ? CHINESE : ENGLISH;
}
