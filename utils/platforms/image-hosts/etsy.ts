import { defineImageHost, withPath } from './image-host.ts';

/** Etsy: `il_<width>x<height>.`; `fullxfull` and `origxorig` are the largest. */
export default defineImageHost({
  hosts: /^i\.etsystatic\.com$/,
  originals(url) {
    const size = /\/([a-z]+)_(?:\d+|N)x(?:\d+|N)\./;
    if (!size.test(url.pathname)) return [];
    return ['fullxfull', 'origxorig'].map((name) => withPath(url, url.pathname.replace(size, `/$1_${name}.`)));
  },
});
