import { jsonInScripts } from './json-in-scripts.mjs';
import { htmlOfPage, replaceScripts, scriptsOfPage, stripPage, textsOfPage } from './page-in-browser.mjs';

/**
 * A page without scripts and personal data, its inline JSON kept and cleaned too.
 * @param {import('playwright-core').Page} page changed by this
 * @param {import('./personal-data.mjs').PersonalData} data
 * @returns {Promise<string>} HTML
 */
export async function cleanPage(page, data) {
  const json = jsonInScripts(await page.evaluate(scriptsOfPage));
  await page.evaluate(replaceScripts, []);
  await page.evaluate(stripPage);
  const { texts, attributes, names } = await page.evaluate(textsOfPage, null);
  data.learnFromTexts(texts.map((text) => text.trim()));
  data.learnFromAttributes(attributes.map((value, index) => [names[index], value]));
  for (const value of json) data.learnFromJson(value);
  await page.evaluate(textsOfPage, {
    texts: texts.map((text) => data.replaceText(text)),
    attributes: attributes.map((value) => data.replaceAttribute(value)),
  });
  // `</script>` within a text would end the element that holds it.
  await page.evaluate(
    replaceScripts,
    json.map((value) => JSON.stringify(data.replaceJson(value)).replaceAll('</', '<\\/')),
  );
  return page.evaluate(htmlOfPage);
}
