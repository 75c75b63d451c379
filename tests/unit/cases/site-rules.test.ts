// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/cases/database.ts';
import { deleteSiteRule, readSiteRules, writeSiteRules } from '../../../utils/cases/site-rules.ts';
import { siteRuleId } from '../../../utils/claims/taught/site-rule.ts';
import { showPage, teach } from '../../fixtures/taught-page.ts';

it('keeps one rule per site and kind of page, and gives a site its own only', async () => {
  const database = await openDatabase('site-rules');
  showPage('erp-claim-a.html');
  const rule = teach({ evidence: '.css-grid img', orderId: '.css-row1 span' });
  const newer = { ...rule, updatedAt: '2026-11-22T10:00:00.000Z' };
  const list = { ...rule, pages: '/list' };
  const other = { ...rule, origin: 'https://other.test' };
  await writeSiteRules(database, [rule, list, other]);
  await writeSiteRules(database, [newer]);
  expect(await readSiteRules(database, rule.origin)).toEqual([newer, list]);
  expect(await readSiteRules(database)).toHaveLength(3);
  await deleteSiteRule(database, siteRuleId(rule));
  expect(await readSiteRules(database, rule.origin)).toEqual([list]);
});
