import { browser } from 'wxt/browser';
import { historyDatabase } from '../cases/database.ts';
import { readSiteRules } from '../cases/site-rules.ts';
import type { SiteRule } from '../claims/taught/site-rule.ts';
import { sitePattern } from '../claims/taught/taught-platform.ts';
import { PLATFORMS } from '../platforms/index.ts';
import { readSettings } from '../settings/settings.ts';
import { readChosenLanguage } from '../text/language-setting.ts';
import type { Language } from '../text/text.ts';

/** The small script that offers to read claims, on the pages of every permitted seller center. */
const LOADER = { id: 'seller-centers', file: '/loader.js' } as const;
/** Runs before it where the seller has the panel on the left. */
const LEFT = '/side-left.js';
/** Run before it where the seller has chosen a language. */
const SPEAKING = { 'zh-CN': '/card-zh-cn.js', 'zh-TW': '/card-zh-tw.js', en: '/card-en.js' } as const;
/** Runs before it on sites where nothing is to show by itself. */
const HIDDEN = { id: 'card-hidden', file: '/card-hidden.js' } as const;
/** The two that read along as the page receives its data, each in its world, where the seller has not switched that off. */
const OBSERVER = { id: 'page-observer', file: '/page-observer.js' } as const;
const ANSWERS = { id: 'page-answers', file: '/page-answers.js' } as const;

/**
 * Has the content scripts run on the pages of those seller centers and taught sites that the seller has permitted, and on
 * no others. Called at every start and whenever a permission, a setting or a taught site changes.
 */
export function registerContentScript(): Promise<void> {
  lastRegistration = lastRegistration.then(registerNow, registerNow);
  return lastRegistration;
}

/** The same where nothing is registered: an extension that is let into private windows is begun anew without a word of it. */
export async function registerWhereMissing(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [LOADER.id] });
  if (registered.length === 0) await registerContentScript();
}

/** One at a time: two at once would register the same ids twice. */
let lastRegistration: Promise<void> = Promise.resolve();

async function registerNow(): Promise<void> {
  const rules = await taughtRules();
  if (rules) await keepTaughtPages(rules);
  const pages = await permittedPages(rules ?? []);
  const { captureOff, panel } = await readSettings();
  const matches = pages.map(({ pattern }) => pattern);
  const observed = pages.filter(({ site }) => !captureOff.includes(site)).map(({ pattern }) => pattern);
  const hidden = hiddenPatterns(panel.hiddenOn);
  const atStart = { matches: observed, allFrames: true, runAt: 'document_start', persistAcrossSessions: true } as const;
  const scripts: Script[] = [
    ...(observed.length > 0
      ? [
          { ...atStart, id: OBSERVER.id, js: [OBSERVER.file.slice(1)], world: 'MAIN' as const },
          { ...atStart, id: ANSWERS.id, js: [ANSWERS.file.slice(1)] },
        ]
      : []),
    ...(matches.length > 0 && hidden.length > 0
      ? [{ ...atStart, id: HIDDEN.id, js: [HIDDEN.file.slice(1)], matches: hidden }]
      : []),
    ...(matches.length > 0
      ? [
          {
            ...atStart,
            id: LOADER.id,
            js: (await loaderFiles()).map((file) => file.slice(1)),
            matches,
            runAt: 'document_idle' as const,
          },
        ]
      : []),
  ];
  try {
    await bringTo(scripts);
  } catch (error) {
    // The history page and the background may do the same at one moment, and each then meets what the other has done.
    console.info('Looking once more at what is registered', error);
    await bringTo(scripts);
  }
}

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/**
 * Changes what is registered into what is wanted. What stays the same is not touched, and what changes is never away
 * meanwhile: a page that loads in such a moment would be left without its card.
 */
async function bringTo(wanted: readonly Script[]): Promise<void> {
  const ids = [LOADER, HIDDEN, OBSERVER, ANSWERS].map(({ id }) => id);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  const before = new Map(registered.map((script) => [script.id, script]));
  const added = wanted.filter(({ id }) => !before.has(id));
  const changed = wanted.filter((script) => {
    const known = before.get(script.id);
    return known && describe(known) !== describe(script);
  });
  const gone = registered.map(({ id }) => id).filter((id) => !wanted.some((script) => script.id === id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
}

/** What tells two registrations apart; browsers give files back with or without a slash before them. */
function describe({ matches = [], js = [], runAt, world = 'ISOLATED' }: Script): string {
  return JSON.stringify([matches, js.map((file) => file.replace(/^\//, '')), runAt, world]);
}

/**
 * Runs the content script on permitted pages that are open already: a registration counts only for pages loaded after
 * it, and nobody should have to reload the page that they have just enabled. Such a page is not read along with.
 */
export async function runInOpenPages(): Promise<void> {
  const matches = (await permittedPages((await taughtRules()) ?? [])).map(({ pattern }) => pattern);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  const files = await loaderFiles();
  const { panel } = await readSettings();
  const isHidden = (url: string | undefined) => panel.hiddenOn.includes(url ? new URL(url).host : '');
  const runs = await Promise.allSettled(
    tabs.flatMap(({ id, url }) =>
      id === undefined
        ? []
        : [
            browser.scripting.executeScript({
              target: { tabId: id, allFrames: true },
              files: isHidden(url) ? [HIDDEN.file, ...files] : files,
            }),
          ],
    ),
  );
  // A tab may be closed or show an error page by now; the others have the script.
  for (const run of runs) if (run.status === 'rejected') console.warn('A page could not be reached', run.reason);
}

/** A pattern names no port, so a site on another port of the same host is hidden with it. */
function hiddenPatterns(hosts: readonly string[]): string[] {
  return hosts.map((host) => `*://${host.replace(/:\d+$/, '')}/*`);
}

type LoaderFile = typeof LEFT | typeof LOADER.file | (typeof SPEAKING)[Language];

async function loaderFiles(): Promise<LoaderFile[]> {
  const { panel } = await readSettings();
  const language = await readChosenLanguage();
  return [
    ...(panel.side === 'left' ? [LEFT] : []),
    ...(language ? [SPEAKING[language]] : []),
    LOADER.file,
  ] as LoaderFile[];
}

/**
 * What the seller has taught; null where the browser refuses the history. The pages of known seller centers are offered
 * then all the same, and say so when they are asked.
 */
async function taughtRules(): Promise<readonly SiteRule[] | null> {
  try {
    return await readSiteRules(await historyDatabase());
  } catch (error) {
    console.warn('What was taught could not be read', error);
    return null;
  }
}

/** The kinds of page that were taught, where the loader can read them: the database is not for pages. */
async function keepTaughtPages(rules: readonly SiteRule[]): Promise<void> {
  const pagesOf = (site: string) => rules.filter(({ origin }) => origin === site).map(({ pages }) => pages);
  const taughtPages = Object.fromEntries(rules.map(({ origin }) => [origin, pagesOf(origin)]));
  await browser.storage.local.set({ taughtPages });
}

async function permittedPages(rules: readonly SiteRule[]): Promise<{ site: string; pattern: string }[]> {
  const taught = rules.map(({ origin }) => sitePattern(origin));
  const pages = [
    ...PLATFORMS.flatMap(({ id, matches }) => matches.map((pattern) => ({ site: id, pattern }))),
    ...[...new Set(taught)].map((pattern) => ({ site: pattern, pattern })),
  ];
  const permitted = await Promise.all(pages.map(({ pattern }) => browser.permissions.contains({ origins: [pattern] })));
  return pages.filter((_, index) => permitted[index]);
}
