import { defineImageHost, withPath } from './image-host.ts';

/** eBay: `s-l<longest side>`; larger numbers give the largest there is. */
export default defineImageHost({
  hosts: /^i\.ebayimg\.com$/,
  originals(url) {
    const match = /^(?:\/thumbs)?(\/images\/.*\/s-l)(\d+)\.[a-z]+$/i.exec(url.pathname);
    if (!match || match[2] === '9999') return [];
    const larger = match[2] === '1600' ? ['9999'] : ['9999', '1600'];
    return larger.map((size) => withPath(url, `${match[1]}${size}.jpg`));
  },
});
