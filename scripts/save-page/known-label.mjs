import { runnerImport } from 'vite';

const load = async (path) =>
  (await runnerImport(new URL(`../../${path}`, import.meta.url).pathname, { configFile: false, logLevel: 'error' }))
    .module;
const { COMMON_LABELS } = await load('utils/platforms/labels.ts');
const { pictureLabelOf } = await load('utils/platforms/picture-labels.ts');
const { labelKey } = await load('utils/platforms/label-key.ts');

const KEYS = new Set(
  Object.values(COMMON_LABELS)
    .flatMap(({ strong, weak = [] }) => [...strong, ...weak])
    .map(labelKey),
);

/** Whether the reader takes a text for a label, so that it is nobody's name. */
export function isKnownLabel(text) {
  const key = labelKey(text);
  return KEYS.has(key) || pictureLabelOf(key) !== null;
}
