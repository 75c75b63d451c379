import { CLAIMS, claimUrl } from '../../tests/demo/claims.mjs';

const GUIDE = `
演示的商家后台已经打开（地址是真的，内容是假的，都在这台电脑上）。
  1. 在页面右侧的「退款验图」里点「分析」，看每张图的结论和标出的位置。
  2. 点「复制回复」，把回复粘到任何地方。
  3. 先分析售后编号 ${CLAIMS.earlier.id}，再分析 ${CLAIMS.c.id}：同一张图出现在两笔订单里。
  4. ${CLAIMS.b.id} 是真实破损的照片；${CLAIMS.bad.id} 的图片都打不开，看它怎么说。
关掉浏览器，演示就结束。

A demo of a seller's back office is open (the address is real, everything in it is made up and on this machine).
  1. In the panel on the right, press 分析 and read what each picture proves, and where.
  2. Press 复制回复 and paste the reply anywhere.
  3. Analyse claim ${CLAIMS.earlier.id}, then ${CLAIMS.c.id}: one picture in two orders.
  4. ${CLAIMS.b.id} is a photograph of real damage; no picture of ${CLAIMS.bad.id} can be read.
Close the browser to end the demo.
`;

/**
 * Opens the first claim, says what to do, and waits until the browser is closed.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function openForAPerson(context) {
  const closed = new Promise((resolve) => {
    context.once('close', resolve);
    // On macOS a browser lives on without a window.
    const watch = (page) => page.once('close', () => context.pages().length === 0 && resolve());
    context.pages().forEach(watch);
    context.on('page', watch);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(claimUrl(CLAIMS.a));
  console.log(GUIDE);
  await closed;
}
