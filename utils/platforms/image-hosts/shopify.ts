import { defineImageHost } from './image-host.ts';

const PROCESSING = ['width', 'height', 'crop', 'pad_color', 'format', 'quality'];

/** Shopify: a size at the end of the name, or in the query; `v` names the version and stays. */
export default defineImageHost({
  hosts: /^cdn\.shopify\.com$/,
  originals(url) {
    const larger = new URL(url.href);
    larger.pathname = url.pathname.replace(
      /_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande|master)(?:_crop_[a-z]+)?(?:@[23]x)?(\.[a-z]+)$/i,
      '$1',
    );
    for (const name of PROCESSING) larger.searchParams.delete(name);
    return larger.href === url.href ? [] : [larger.href];
  },
});
