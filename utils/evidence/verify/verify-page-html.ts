import type { Text } from '../../text/text.ts';
import { Html, html } from '../report/html.ts';
import { VERIFY_WORDS } from './verify-words.ts';

const STYLES = `
:root { color-scheme: light dark; } body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } label { display: block; margin: 1rem 0; padding: 1.2rem; border: 2px dashed #8a94a3; border-radius: 8px; }
input { display: block; margin-top: .5rem; max-width: 100%; } [data-result=good] strong { color: light-dark(#12803c, #5fd38d); } [data-result=bad] strong { color: light-dark(#c1121f, #ff8f8f); }
code { font-size: .85rem; }
`;

/**
 * A page that checks the pack by being opened, from a disk and without a network.
 * @param script the built verifier; it comes with the extension and holds no text of a case
 */
export function verifyPageHtml(script: string, text: Text): string {
  const words = Object.fromEntries(VERIFY_WORDS.map((word) => [word, text.t(`verify.${word}`)]));
  return html`<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${text.t('verify.title')}</title>
<style>${new Html(STYLES)}</style>
</head>
<body>
<main>
<h1>${text.t('verify.title')}</h1>
<p>${text.t('verify.how')}</p>
<label>${text.t('verify.chooseZip')}<input id="zip" type="file" accept=".zip"></label>
<label>${text.t('verify.chooseFolder')}<input id="folder" type="file" webkitdirectory multiple></label>
<div id="result" role="status"></div>
</main>
<script type="application/json" id="words">${new Html(inScript(JSON.stringify(words)))}</script>
<script>${new Html(inScript(script))}</script>
</body>
</html>
`.markup;
}

/** Text of which no part ends the script element. */
function inScript(text: string): string {
  return text.replace(/<(?=\/script|!--|script)/gi, '\\u003c');
}
