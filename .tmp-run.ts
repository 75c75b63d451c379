import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { randomPage } from './tests/unit/claims/random-page.ts';

const withImages = process.argv[2] === 'images';
const N = Number(process.argv[3] ?? 100);
const js = readFileSync('/tmp/pagescheck/out/rl.js', 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
let html = '';
const png = readFileSync('/tmp/pagescheck/p.png');
await page.route('**/*', (route) => {
  const type = route.request().resourceType();
  if (type === 'document') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  if (type === 'image' && withImages) return route.fulfill({ contentType: 'image/png', body: png });
  return route.abort();
});
const PAGES = process.argv[4] ?? 'tests/fixtures/pages';
let bad = 0,
  ok = 0;
const times = [];
for (const name of readdirSync(PAGES, { recursive: true }).filter((n) => n.endsWith('.html'))) {
  html = readFileSync(join(PAGES, name), 'utf8');
  const expected = JSON.parse(readFileSync(join(PAGES, name.replace('.html', '.json')), 'utf8'));
  await page.goto(expected.url, { waitUntil: 'load' });
  await page.evaluate(() => {
    const l = document.querySelector('template#late');
    const s = document.querySelector('#app');
    if (l && s) s.innerHTML = l.innerHTML;
  });
  if (withImages) await page.waitForTimeout(150);
  await page.addScriptTag({ content: js });
  const { r, ms } = await page.evaluate((now) => RL.read(now), expected.now);
  times.push(ms);
  const got = r.ready ? r.claim.evidence.map((e) => `${e.role} ${e.url}`) : r;
  const diffs = [];
  if (JSON.stringify(got) !== JSON.stringify(expected.evidence)) diffs.push({ got, want: expected.evidence });
  for (const [k, v] of Object.entries(expected.claim))
    if (r.ready) {
      const g = r.claim[k];
      if (k === 'amount' ? g?.value !== v.value || g?.currency !== v.currency : g !== v) diffs.push({ k, g, v });
    }
  for (const [k, v] of Object.entries(expected.product ?? {}))
    if (r.ready && JSON.stringify(r.claim.product[k]) !== JSON.stringify(v))
      diffs.push({ k, g: r.claim.product[k], v });
  if (diffs.length) {
    bad++;
    console.log('BAD', name, JSON.stringify(diffs, null, 1));
  } else ok++;
}
console.log('fixtures ok', ok, 'bad', bad, 'ms max', Math.max(...times).toFixed(1));
let rok = 0;
const rt = [];
for (let seed = 50001; seed < 50001 + N; seed++) {
  const p = randomPage(seed);
  html = `<!DOCTYPE html><html>${p.html}</html>`;
  await page.goto(`https://mms.pinduoduo.com/aftersales-ssr/detail?id=${p.claimId}&orderSn=${p.orderId}`, {
    waitUntil: 'load',
  });
  await page.addScriptTag({ content: js });
  const { r, ms, keys } = await page.evaluate(() => RL.read('2026-11-20T10:00:00+08:00'));
  rt.push(ms);
  const want = p.evidence.map((u) => u.replace(/^https:\/\/img\./, '')).sort();
  const good =
    r.ready &&
    r.claim.amount?.value === p.amount &&
    r.claim.reason === p.reason &&
    r.claim.claimId === p.claimId &&
    JSON.stringify([...keys].sort()) === JSON.stringify(want);
  if (good) rok++;
  else
    console.log('BAD', p.recipe, r.ready ? { a: r.claim.amount, w: p.amount, reason: r.claim.reason, keys, want } : r);
}
if (N) console.log('random', rok, '/', N, 'ms median', rt.sort((a, b) => a - b)[Math.floor(N / 2)]);
await browser.close();
