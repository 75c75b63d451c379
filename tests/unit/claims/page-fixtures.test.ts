// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClaimOnPage } from '../../../utils/claims/claim.ts';
import { readClaim } from '../../../utils/claims/read-claim.ts';
import { PLATFORMS } from '../../../utils/platforms/index.ts';
import { platformOf } from '../../../utils/platforms/platform-of.ts';

interface Expected {
  readonly url: string;
  readonly now: string;
  readonly claim: Partial<ClaimOnPage>;
  readonly product?: Partial<ClaimOnPage['product']>;
  readonly evidence: readonly string[];
}

const PAGES = 'tests/fixtures/pages';

const names = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

function load(name: string): Expected {
  const html = readFileSync(join(PAGES, name), 'utf8');
  document.documentElement.lang = /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? '';
  document.documentElement.innerHTML = html.replace(/^[\s\S]*?<html[^>]*>|<\/html>\s*$/g, '');
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
  }
  return JSON.parse(readFileSync(join(PAGES, name.replace(/\.html$/, '.json')), 'utf8')) as Expected;
}

/** Pages that render late keep their content in a template until a script moves it into the page. */
function renderLate(): boolean {
  const late = document.querySelector<HTMLTemplateElement>('template#late');
  const skeleton = document.querySelector('#app');
  if (!late || !skeleton) return false;
  skeleton.innerHTML = late.innerHTML;
  return true;
}

test.each(names)('reads %s', (name) => {
  const expected = load(name);
  (window as unknown as Window & { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(expected.url);
  const url = new URL(expected.url);
  const platform = platformOf(url);
  if (!platform) throw new Error(`No platform for ${url}`);
  const read = () => readClaim(document, url, platform, new Date(expected.now));
  if (document.querySelector('template#late')) {
    expect(read()).toMatchObject({ ready: false, reason: 'page-not-ready' });
    renderLate();
  }
  const reading = read();
  if (!reading.ready) throw new Error(`Not ready: ${JSON.stringify(reading)}`);
  const { claim } = reading;
  expect(claim).toMatchObject(expected.claim);
  expect(claim.product).toMatchObject(expected.product ?? {});
  expect(claim.evidence.map(({ role, url: address }) => `${role} ${address}`)).toEqual(expected.evidence);
  for (const field of Object.keys(expected.claim)) {
    expect([...claim.missing, ...Object.keys(claim.fieldSources)]).not.toHaveLength(0);
    if (expected.claim[field as keyof ClaimOnPage] === null) expect(claim.missing).toContain(field);
  }
});

test('every seller center has a page', () => {
  const covered = new Set(names.map((name) => name.split('/')[0]));
  expect(PLATFORMS.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
