import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { historyDatabase } from '../../../utils/cases/database.ts';
import { writeSiteRules } from '../../../utils/cases/site-rules.ts';
import type { SiteRule } from '../../../utils/claims/taught/site-rule.ts';
import { registerContentScript, registerWhereMissing } from '../../../utils/engine/register-content-script.ts';
import { DEFAULT_SETTINGS, writeSettings } from '../../../utils/settings/settings.ts';
import { writeLanguage } from '../../../utils/text/language-setting.ts';

interface Script {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
  readonly runAt: string;
  readonly world?: string;
}

let registered: Script[];
let permitted: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  await writeSettings(DEFAULT_SETTINGS);
  registered = [];
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: vi.fn(async ({ ids }: { ids: string[] }) =>
      registered.filter(({ id }) => ids.includes(id)),
    ),
    unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
      registered = registered.filter(({ id }) => !ids.includes(id));
    }),
    registerContentScripts: vi.fn(async (scripts: Script[]) => {
      if (scripts.some(({ id }) => registered.some((known) => known.id === id))) throw new Error('Duplicate script ID');
      registered.push(...scripts);
    }),
    updateContentScripts: vi.fn(async (scripts: Script[]) => {
      registered = registered.map((known) => ({ ...known, ...scripts.find(({ id }) => id === known.id) }));
    }),
  });
  Object.assign(fakeBrowser.permissions, {
    contains: vi.fn(async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => permitted.includes(origin)),
    ),
  });
});

const PINDUODUO = 'https://mms.pinduoduo.com/*';
const DOUYIN = 'https://fxg.jinritemai.com/*';
const matchesOf = (id: string) => registered.find((script) => script.id === id)?.matches;

test('runs nowhere without a permission', async () => {
  permitted = [];
  await registerContentScript();
  expect(registered).toEqual([]);
});

test('runs on permitted pages only, the observer before the page in its own world', async () => {
  permitted = [PINDUODUO, DOUYIN];
  await registerContentScript();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO, DOUYIN]);
  expect(registered.find(({ id }) => id === 'page-observer')).toMatchObject({ world: 'MAIN', runAt: 'document_start' });
  expect(registered.filter(({ world }) => world === 'MAIN')).toHaveLength(1);
});

test('does not read along where the seller has switched it off', async () => {
  permitted = [PINDUODUO, DOUYIN];
  await writeSettings({ captureOff: ['pinduoduo'] });
  await registerContentScript();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO, DOUYIN]);
  expect(matchesOf('page-observer')).toEqual([DOUYIN]);
  expect(matchesOf('page-answers')).toEqual([DOUYIN]);
  await writeSettings({ captureOff: ['pinduoduo', 'douyin'] });
  await registerContentScript();
  expect(registered.map(({ id }) => id)).toEqual(['seller-centers']);
});

test('two changes at once end in one registration', async () => {
  permitted = [PINDUODUO];
  await Promise.all([registerContentScript(), registerContentScript()]);
  expect(registered.map(({ id }) => id).sort()).toEqual(['page-answers', 'page-observer', 'seller-centers']);
});

test('takes away for no moment what goes on: a page may be loading just then', async () => {
  permitted = [PINDUODUO];
  await registerContentScript();
  const { unregisterContentScripts, updateContentScripts } = fakeBrowser.scripting;
  await writeSettings({ panel: { ...DEFAULT_SETTINGS.panel, foldedOn: ['mms.pinduoduo.com'] } });
  await registerContentScript();
  expect(updateContentScripts).not.toHaveBeenCalled();
  permitted = [PINDUODUO, DOUYIN];
  await registerContentScript();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO, DOUYIN]);
  expect(unregisterContentScripts).not.toHaveBeenCalled();
});

test('ends well where another page of the extension registers the same at that moment', async () => {
  permitted = [PINDUODUO];
  vi.mocked(fakeBrowser.scripting.getRegisteredContentScripts).mockImplementationOnce(async () => {
    const before = [...registered];
    registered.push({ id: 'seller-centers', js: ['loader.js'], matches: [PINDUODUO], runAt: 'document_idle' });
    return before as never;
  });
  await registerContentScript();
  expect(registered.map(({ id }) => id).sort()).toEqual(['page-answers', 'page-observer', 'seller-centers']);
});

test('takes away what may run no longer', async () => {
  permitted = [PINDUODUO];
  await registerContentScript();
  permitted = [];
  await registerContentScript();
  expect(registered).toEqual([]);
});

test('tells the pages which of a taught site were taught, and on which side the panel stands', async () => {
  permitted = [PINDUODUO];
  await writeSettings({ panel: { ...DEFAULT_SETTINGS.panel, side: 'left' } });
  const rule = { origin: 'https://erp.test', pages: '/claim/*' } as SiteRule;
  await writeSiteRules(await historyDatabase(), [rule]);
  await registerContentScript();
  expect(await fakeBrowser.storage.local.get('taughtPages')).toEqual({
    taughtPages: { 'https://erp.test': ['/claim/*'] },
  });
  expect(registered.find(({ id }) => id === 'seller-centers')?.js).toEqual(['side-left.js', 'loader.js']);
});

test('tells the card which language the seller chose, and leaves it the browser’s before that', async () => {
  permitted = [PINDUODUO];
  const files = () => registered.find(({ id }) => id === 'seller-centers')?.js;
  await writeLanguage('zh-TW');
  await registerContentScript();
  expect(files()).toContain('card-zh-tw.js');
  await fakeBrowser.storage.local.remove('language');
  await registerContentScript();
  expect(files()?.filter((file) => file.startsWith('card-'))).toEqual([]);
});

test('tells the card beforehand where nothing is to show by itself, and adds nothing to other sites', async () => {
  permitted = [PINDUODUO];
  await registerContentScript();
  expect(matchesOf('card-hidden')).toBeUndefined();
  await writeSettings({ panel: { ...DEFAULT_SETTINGS.panel, hiddenOn: ['mms.pinduoduo.com', 'erp.test:8080'] } });
  await registerContentScript();
  expect(registered.find(({ id }) => id === 'card-hidden')).toMatchObject({
    matches: ['*://mms.pinduoduo.com/*', '*://erp.test/*'],
    runAt: 'document_start',
  });
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO]);
  await writeSettings({ panel: DEFAULT_SETTINGS.panel });
  await registerContentScript();
  expect(matchesOf('card-hidden')).toBeUndefined();
});

test('runs on the pages of known seller centers where the browser refuses the history', async () => {
  permitted = [PINDUODUO];
  vi.resetModules();
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    },
  });
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const fresh = await import('../../../utils/engine/register-content-script.ts');
  await fresh.registerContentScript();
  vi.unstubAllGlobals();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO]);
  expect(warned).toHaveBeenCalled();
});

test('registers at a start that nothing announces where nothing is registered, and leaves what is', async () => {
  permitted = [PINDUODUO];
  await registerWhereMissing();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO]);
  permitted = [PINDUODUO, DOUYIN];
  await registerWhereMissing();
  expect(matchesOf('seller-centers')).toEqual([PINDUODUO]);
});
