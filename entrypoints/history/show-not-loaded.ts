/** In both languages: the texts are in the part that did not come. */
const LINES: readonly (readonly [lang: string, text: string])[] = [
  [
    'zh-CN',
    '这个页面没有完整加载，多半是插件刚刚更新过。已存的记录都在。请刷新这个页面；还不行就重启浏览器，或重新安装插件的当前版本。',
  ],
  [
    'en',
    'This page did not load completely, most likely because the extension was just updated. What is stored is all there. Reload this page; if that does not help, restart the browser or install the current version again.',
  ],
];

/** Says what happened and what to do where the page's large part cannot be loaded. */
export function showNotLoaded(root: HTMLElement, error: unknown): void {
  console.error('The page could not be loaded', error);
  const message = document.createElement('main');
  message.setAttribute('role', 'alert');
  message.style.cssText = 'max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif';
  for (const [lang, text] of LINES) {
    const line = document.createElement('p');
    line.lang = lang;
    line.textContent = text;
    message.append(line);
  }
  root.replaceChildren(message);
}
