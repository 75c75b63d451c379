import { defineImageHost, withPath } from './image-host.ts';

/** Amazon: `<key>._AC_SX300_.jpg`, processing between two dots. */
export default defineImageHost({
  hosts: /(?:^|\.)(?:media-amazon\.com|ssl-images-amazon\.com)$/,
  originals(url) {
    const path = url.pathname.replace(/\._[^/]*_(\.[a-z]+)$/i, '$1');
    return path === url.pathname ? [] : [withPath(url, path)];
  },
});
