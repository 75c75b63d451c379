import { defineImageHost, withPath } from './image-host.ts';

/** Pinduoduo and Temu: a processing query; Pinduoduo also keeps derived files under `name.jpeg.a.jpeg`. */
export default defineImageHost({
  hosts: /(?:^|\.)(?:pddpic\.com|pddugc\.com|yangkeduo\.com|kwcdn\.com)$/,
  originals(url) {
    const underived = url.pathname.replace(/(\.(?:jpe?g|png|webp))\.a\.(?:jpe?g|png|webp)$/i, '$1');
    const hasProcess = /^\?image(?:Mogr2|View2)/i.test(url.search);
    return [
      ...(underived !== url.pathname ? [withPath(url, underived)] : []),
      ...(hasProcess ? [withPath(url, url.pathname)] : []),
    ];
  },
});
