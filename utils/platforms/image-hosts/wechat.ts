import { defineImageHost } from './image-host.ts';

/** WeChat: the last part of the path is a width; 0 is the largest. */
export default defineImageHost({
  hosts: /(?:^|\.)qpic\.cn$/,
  originals(url) {
    const path = url.pathname.replace(/\/[1-9]\d{1,3}$/, '/0');
    return path === url.pathname ? [] : [`${url.origin}${path}${url.search}`];
  },
});
