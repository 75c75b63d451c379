import { defineImageHost, replaceAllLayers, withPath } from './image-host.ts';

/** `.jpg_400x400q90.jpg`, `.jpg_.webp`, `.png_sum.jpg`: a size, then the delivered format, after the stored name. */
const SIZE_SUFFIX = /(\.(?:jpe?g|png|gif|webp|heic|bmp))_[A-Za-z0-9]*\.(?:jpe?g|png|webp|avif|gif)$/i;
/** 1688: `-0-cib.220x220.jpg`. */
const SIZE_INFIX = /\.\d+x\d+(\.(?:jpe?g|png|gif|webp))$/i;

/** Alibaba: Taobao, Tmall, 1688, AliExpress; Lazada's servers use the same suffixes. */
export default defineImageHost({
  hosts: /(?:^|\.)(?:alicdn\.com|tbcdn\.cn|taobaocdn\.com|aliexpress-media\.com|slatic\.net|lazcdn\.com)$/,
  originals(url) {
    const path = replaceAllLayers(url.pathname, SIZE_SUFFIX, '$1').replace(SIZE_INFIX, '$1');
    const hasProcess = url.searchParams.has('x-oss-process');
    return path !== url.pathname || hasProcess ? [withPath(url, path)] : [];
  },
});
