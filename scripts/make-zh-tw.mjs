// Writes the traditional Chinese texts from the simplified ones: `npm run zh-tw` after a change of zh-CN texts. Characters
// and words are OpenCC's (Taiwan); what it cannot know from a word alone is below. `--check` fails when the file is not what
// it would write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Converter } from 'opencc-js';

const LOCALES = resolve(import.meta.dirname, '../utils/text/locales');
const FILE = join(LOCALES, 'zh-TW.json');
/** Words that Taiwan's sellers use otherwise, or that OpenCC takes for another word. */
const WORDS = [
  ['質量', '品質'],
  ['快遞', '宅配'],
  ['賣家後臺', '賣家中心'],
  ['平臺', '平台'],
  ['後臺', '後台'],
  ['截圖', '擷圖'],
  ['型別', '類型'],
  ['專案', '項目'],
  ['識別', '辨識'],
  ['回執籤', '回執簽'],
  ['來籤', '來簽'],
  ['和麵板', '和面板'],
  ['名單隻', '名單只'],
  ['單隻有', '單只有'],
  ['併發一下', '並發一下'],
  ['這臺', '這台'],
  ['那臺', '那台'],
];
/** Texts that say something about the language itself. */
const OWN = { 'language.name': '繁體中文（台灣）' };
/** Quotations of law and names of standards stay as they were published; so do the words that the page itself shows. */
const KEPT = /^(?:rebuttal\.law\.quote)$/;

const convert = Converter({ from: 'cn', to: 'twp' });
const inTaiwan = (text) => WORDS.reduce((words, [from, to]) => words.replaceAll(from, to), convert(text));

const entries = readdirSync(join(LOCALES, 'zh-CN'))
  .sort()
  .flatMap((file) => Object.entries(JSON.parse(readFileSync(join(LOCALES, 'zh-CN', file), 'utf8'))))
  .map(([key, text]) => [key, OWN[key] ?? (KEPT.test(key) ? text : inTaiwan(text))]);
const written = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, written);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== written) {
  console.error('The traditional Chinese texts are not up to date: run `npm run zh-tw`');
  process.exitCode = 1;
}
