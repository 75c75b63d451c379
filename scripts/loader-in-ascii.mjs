// V8 keeps a script with a single character beyond Latin-1 at two bytes a character and reads it more slowly: a twentieth of
// what the loader costs every page of a seller center, for the few words on its card.
const LOADER = 'loader.js';

/** A Vite plugin that writes the loader's other characters as escapes, which mean the same in strings and expressions. */
export function loaderInAscii() {
  return {
    name: 'loader-in-ascii',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const loader = bundle[LOADER];
      if (loader?.type === 'chunk') loader.code = inAscii(loader.code);
    },
  };
}

function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
