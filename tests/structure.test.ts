import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../utils/checks/check-ids.ts';
import { CHECKS } from '../utils/checks/index.ts';
import { PLATFORMS } from '../utils/platforms/index.ts';
import { LANGUAGES, textIn } from '../utils/text/text.ts';

const ROOT = resolve(import.meta.dirname, '..');

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** What a file imports: relative paths from the project's root, packages by name; type-only imports are left out. */
function importsOf(file: string, { withTypes }: { withTypes: boolean }): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gm)]
    .filter(([, isType]) => withTypes || !isType)
    .map(([, , target = '']) => (target.startsWith('.') ? relative(ROOT, resolve(ROOT, file, '..', target)) : target));
}

/** Folder → the folders below utils/ that it may import from. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'utils/image': [],
  'utils/platforms': ['utils/claims'],
  'utils/checks': ['utils/image'],
  'utils/claims': ['utils/platforms', 'utils/checks'],
  'utils/cases': ['utils/claims', 'utils/checks', 'utils/image'],
  'utils/rebuttal': ['utils/cases', 'utils/checks', 'utils/claims', 'utils/text'],
  'utils/text': ['utils/checks', 'utils/claims'],
  'utils/drawing': [],
  'utils/evidence': ['utils/cases', 'utils/checks', 'utils/claims', 'utils/drawing', 'utils/image', 'utils/text'],
  'utils/engine': [
    'utils/cases',
    'utils/checks',
    'utils/claims',
    'utils/evidence',
    'utils/image',
    'utils/platforms',
    'utils/settings',
    'utils/text',
  ],
  'utils/backup': ['utils/cases'],
  'utils/exchange': ['utils/cases', 'utils/checks', 'utils/image', 'utils/text'],
  'utils/settings': ['utils/platforms', 'utils/rebuttal', 'utils/text'],
  'utils/upkeep': ['utils/backup', 'utils/cases', 'utils/settings', 'utils/text'],
};

const PURE = ['utils/image', 'utils/checks', 'utils/platforms', 'utils/rebuttal'];
/** Names that reach outside: the browser, storage, the network, the clock, the page. */
const IMPURE =
  /\b(?:browser|chrome|document|window|navigator|localStorage|indexedDB|crypto|process)\.|\b(?:fetch|setTimeout|setInterval)\(|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/;

describe('arrows point one way', () => {
  it.each(Object.entries(ARROWS))('%s imports only from where it may', (folder, allowed) => {
    const strays = sourceFiles(folder).flatMap((file) =>
      importsOf(file, { withTypes: false })
        .filter((target) => target.startsWith('utils/') && target.split('/').length > 2)
        .filter((target) => ![folder, ...allowed].some((prefix) => target.startsWith(`${prefix}/`)))
        .map((target) => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it('components import no browser, storage or message', () => {
    const strays = sourceFiles('components').flatMap((file) =>
      importsOf(file, { withTypes: false })
        .filter((target) => /^(wxt|idb|@webext|utils\/(messages|engine|cases\/(?!case)))/.test(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it('nothing imports entry points', () => {
    const strays = ['utils', 'components'].flatMap((folder) =>
      sourceFiles(folder).filter((file) =>
        importsOf(file, { withTypes: false }).some((target) => target.startsWith('entrypoints')),
      ),
    );
    expect(strays).toEqual([]);
  });
});

describe('no text becomes markup', () => {
  it.each(['entrypoints', 'components', 'utils'])('%s', (folder) => {
    const strays = sourceFiles(folder).filter((file) =>
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/.test(
        readFileSync(join(ROOT, file), 'utf8'),
      ),
    );
    expect(strays).toEqual([]);
  });
});

describe('pure folders', () => {
  it.each(PURE)('%s touches no browser, storage, network or clock', (folder) => {
    const strays = sourceFiles(folder).filter((file) => {
      const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return IMPURE.test(code.replace(/'[^'\n]*'|`[^`]*`/g, "''"));
    });
    expect(strays).toEqual([]);
  });
});

describe('every check', () => {
  it.each(CHECKS.map((check) => [check.id, check] as const))('%s has its file, its test and its texts', (id) => {
    expect(existsSync(join(ROOT, `utils/checks/${id}.ts`))).toBe(true);
    expect(existsSync(join(ROOT, `tests/unit/checks/${id}.test.ts`))).toBe(true);
    for (const language of LANGUAGES)
      expect(textIn(language).has(`check.${id}.name`), `${language} check.${id}.name`).toBe(true);
  });

  it('is named where pages list them', () => {
    expect(CHECK_IDS).toEqual(CHECKS.map(({ id }) => id));
  });

  it('has an id of its own', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });
});

describe('every seller center', () => {
  it.each(PLATFORMS.map((platform) => [platform.id] as const))('%s has its file and a page to read', (id) => {
    expect(existsSync(join(ROOT, `utils/platforms/${id}.ts`))).toBe(true);
    expect(readdirSync(join(ROOT, 'tests/fixtures/pages', id)).some((name) => name.endsWith('.html'))).toBe(true);
  });
});

describe('the repository', () => {
  it('has only the folders that a newcomer is told about', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(['components', 'docs', 'entrypoints', 'public', 'scripts', 'tests', 'utils']);
  });

  it('records no download addresses in the lock file', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
