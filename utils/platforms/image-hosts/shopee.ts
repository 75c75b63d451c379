import { defineImageHost, withPath } from './image-host.ts';

/** Shopee: `/file/<key>_tn` and `/file/<key>@resize_w450_nl.webp`. */
export default defineImageHost({
  hosts: /(?:^|\.)(?:susercontent\.com|cf\.shopee\.[a-z.]+)$/,
  originals(url) {
    const resized = /^(\/file\/[^@]+)@resize_[^./]*(\.[a-z]+)?$/i.exec(url.pathname);
    if (resized) return [resized[1], `${resized[1]}${resized[2] ?? ''}`].map((path) => withPath(url, path ?? ''));
    return url.pathname.endsWith('_tn') ? [withPath(url, url.pathname.slice(0, -'_tn'.length))] : [];
  },
});
