import { defineImageHost, withPath } from './image-host.ts';

/** JD: `/<business>/s450x450_jfs/….jpg!q70.jpg.webp`; `/n0/` and `/imgzone/` are said to hold the largest. */
export default defineImageHost({
  hosts: /(?:^|\.)360buyimg\.com$/,
  originals(url) {
    const match = /^\/([a-z0-9]+)\/(?:s\d+x\d+_)?(jfs\/.*?\.(?:jpe?g|png|gif|webp))(?:[!.].*)?$/i.exec(url.pathname);
    if (!match) return [];
    const [, business, file] = match;
    return ['n0', 'imgzone', business].map((place) => withPath(url, `/${place}/${file}`));
  },
});
