import { defineImageHost, withPath } from './image-host.ts';

const TEMPLATE = /^(.*?)~tplv-([a-z0-9]+)-[^/]*?(\.[a-z0-9]+)?$/i;

/** Douyin and TikTok Shop: the stored key, then `~tplv-<template>`. Signed addresses never come here. */
export default defineImageHost({
  hosts: /(?:^|\.)(?:ecombdimg\.com|byteimg\.com|ibyteimg\.com|tiktokcdn(?:-[a-z]+)?\.com)$/,
  originals(url) {
    const [, key, template, extension = '.jpeg'] = TEMPLATE.exec(url.pathname) ?? [];
    if (key === undefined || url.pathname.endsWith('-image.image')) return [];
    const paths = [key, `${key}~noop${extension}`, `${key}~tplv-${template}-image.image`, url.pathname];
    return paths.map((path) => withPath(url, path));
  },
});
