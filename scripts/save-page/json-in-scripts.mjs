import { runnerImport } from 'vite';

/** The reader's own idea of inline JSON, so that a fixture keeps what the reader would find. */
const { module } = await runnerImport(new URL('../../utils/claims/payload/inline-json.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});

/**
 * The JSON that scripts carry.
 * @param {readonly { type: string, text: string }[]} scripts
 * @returns {unknown[]}
 */
export function jsonInScripts(scripts) {
  const elements = scripts
    .filter(({ text }) => text !== '')
    .map(({ type, text }) => ({ textContent: text, getAttribute: () => type }));
  return module.inlineJson({ querySelectorAll: () => elements });
}
