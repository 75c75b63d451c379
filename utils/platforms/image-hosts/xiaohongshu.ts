import { defineImageHost } from './image-host.ts';

/** Xiaohongshu: `/<minute>/<hash>/` before the stored key, `!variant` or a processing query after it. */
export default defineImageHost({
  hosts: /(?:^|\.)xhscdn\.com$/,
  originals(url) {
    const key = url.pathname.replace(/^\/\d{12}\/[0-9a-f]{32}(?=\/)/, '').replace(/!.*$/, '');
    const isStored = /^sns-img/.test(url.hostname) && key === url.pathname && url.search === '';
    return isStored || key.length < 10
      ? []
      : [`https://ci.xiaohongshu.com${key}`, `https://sns-img-bd.xhscdn.com${key}`];
  },
});
