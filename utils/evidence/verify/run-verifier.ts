import { checkPack, type FoundFile, type PackCheck } from './check-pack.ts';
import { readFolder, readZip } from './read-pack.ts';
import type { VerifyWords } from './verify-words.ts';

/** Wires the verifier's page: a chosen ZIP or folder is hashed here and compared with its manifest. */
export function runVerifier(page: Document): void {
  const words = JSON.parse(page.getElementById('words')?.textContent ?? '{}') as VerifyWords;
  const result = page.getElementById('result');
  if (!result) throw new Error('The page has no place for the result');

  let latest = 0;
  const check = async (read: () => Promise<Map<string, FoundFile>>): Promise<void> => {
    const own = ++latest;
    // A large pack that was chosen before takes longer than the one that is wanted now.
    const answer: typeof say = (...said) => own === latest && say(...said);
    answer(result, 'reading', [paragraph(page, words.reading)]);
    try {
      const found = checkPack(await read());
      answer(result, isWhole(found) ? 'good' : 'bad', linesOf(page, found, words));
    } catch (error) {
      answer(result, 'bad', [paragraph(page, `${words.unreadable} ${error instanceof Error ? error.message : error}`)]);
    }
  };
  onChosen(page, 'zip', ([zip]) => void (zip && check(() => readZip(zip))));
  onChosen(page, 'folder', (files) => void (files.length > 0 && check(() => readFolder(files))));
}

function onChosen(page: Document, id: string, act: (files: readonly File[]) => void): void {
  const input = page.getElementById(id) as HTMLInputElement | null;
  input?.addEventListener('change', () => act([...(input.files ?? [])]));
}

function isWhole({ rootHash, changed, missing }: PackCheck): boolean {
  return rootHash !== null && changed.length === 0 && missing.length === 0;
}

function linesOf(page: Document, found: PackCheck, words: VerifyWords): HTMLElement[] {
  if (found.rootHash === null) return [paragraph(page, words.noManifest, 'strong')];
  const count = String(found.same.length);
  const lines = [
    paragraph(page, isWhole(found) ? words.allSame.replace('{count}', count) : words.differs, 'strong'),
    paragraph(page, words.rootHash),
    paragraph(page, found.rootHash, 'code'),
  ];
  for (const kind of ['changed', 'missing', 'added'] as const)
    if (found[kind].length > 0) lines.push(paragraph(page, `${words[kind]} ${found[kind].join(', ')}`));
  for (const { name, namesManifest, covered } of found.timestamps)
    lines.push(
      paragraph(
        page,
        `${name}: ${namesManifest ? words.timestamp.replace('{count}', String(covered)) : words.timestampOther}`,
      ),
    );
  return lines;
}

function say(place: HTMLElement, result: string, lines: readonly HTMLElement[]): void {
  place.dataset.result = result;
  place.replaceChildren(...lines);
}

function paragraph(page: Document, text: string, inside?: 'strong' | 'code'): HTMLElement {
  const element = page.createElement('p');
  const holder = inside ? element.appendChild(page.createElement(inside)) : element;
  holder.textContent = text;
  return element;
}
