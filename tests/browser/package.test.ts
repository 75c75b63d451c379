import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const OUTPUT = resolve(import.meta.dirname, '../../.output');
/** The card and the address rules of all seller centers. */
const LOADER_GZIPPED_BYTES = 8 * 1024;
/** What a store serves and a seller downloads: the files compressed. The goal is 25 MB; so close to today's 10, growth is noticed. */
const PACKAGE_BYTES = 12 * 1024 * 1024;
const UNPACKED_BYTES = 30 * 1024 * 1024;

const manifestOf = (build: string) => JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'));

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('permissions', () => {
  it.each(['chrome-mv3', 'firefox-mv3'])('%s asks for no site at install', (build) => {
    const { host_permissions, content_scripts, optional_host_permissions, chrome_url_overrides } = manifestOf(build);
    expect([host_permissions, content_scripts, chrome_url_overrides]).toEqual([undefined, undefined, undefined]);
    expect(optional_host_permissions.length).toBeGreaterThan(0);
    expect(optional_host_permissions).not.toContain('<all_urls>');
    // Any site can be taught, and is asked for by its own name then; these two are what such a request is made from.
    const teachable = ['https://*/*', 'http://*/*'];
    expect(optional_host_permissions.filter((pattern: string) => /^https?:\/\/\*\//.test(pattern))).toEqual(teachable);
    for (const pattern of optional_host_permissions.filter((name: string) => !teachable.includes(name)))
      expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+\.[a-z0-9.-]+\/\*$/);
  });

  it('are these, and a new one is a decision', () => {
    // activeTab: the one tab on which the seller has just asked for something; contextMenus: the entry over a picture;
    // alarms: a queue of claims goes on after the background was ended; reminders and retention.
    const both = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'alarms'];
    expect(manifestOf('chrome-mv3').permissions).toEqual([...both, 'offscreen']);
    expect(manifestOf('firefox-mv3').permissions).toEqual(both);
  });

  it.each(['chrome-mv3', 'firefox-mv3'])('of %s are each explained to the stores', (build) => {
    const explained = readFileSync(resolve(import.meta.dirname, '../../docs/store/permissions.md'), 'utf8');
    for (const permission of manifestOf(build).permissions) expect(explained).toContain(`| \`${permission}\` |`);
  });

  it('differ in the build of the demo and the tests by the granted hosts alone', () => {
    const { host_permissions, ...granted } = manifestOf('chrome-mv3-granted');
    const { optional_host_permissions, ...released } = manifestOf('chrome-mv3');
    expect(granted).toEqual(released);
    expect(host_permissions).toEqual(optional_host_permissions);
  });
});

describe('the package', () => {
  it('runs no code but its own', () => {
    const { content_security_policy } = manifestOf('chrome-mv3');
    const policy: string = content_security_policy.extension_pages;
    expect(policy).toMatch(/^script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).toContain("default-src 'self';");
    expect(policy).toContain("img-src 'self' data: blob:;");
    for (const part of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(policy).toContain(`${part} 'none'`);
    const scripts = files(join(OUTPUT, 'chrome-mv3')).filter((file) => file.endsWith('.js'));
    const strays = scripts.filter((file) =>
      /\bnew Function\(|\beval\(|https?:\/\/[\w./@-]+\.(?:m?js|wasm|traineddata)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  it('puts little on a page before a click', () => {
    const scripts = ['loader.js', 'page-answers.js', 'page-observer.js'].map((name) =>
      readFileSync(join(OUTPUT, 'chrome-mv3', name)),
    );
    expect(gzipSync(Buffer.concat(scripts)).byteLength).toBeLessThanOrEqual(LOADER_GZIPPED_BYTES);
  });

  it.each(['chrome-mv3', 'firefox-mv3'])('%s stays within its size', (build) => {
    const contents = files(join(OUTPUT, build)).map((file) => readFileSync(file));
    const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
    expect(sumOf(contents.map(({ length }) => length))).toBeLessThanOrEqual(UNPACKED_BYTES);
    expect(sumOf(contents.map((content) => deflateRawSync(content).length))).toBeLessThanOrEqual(PACKAGE_BYTES);
  });
});
