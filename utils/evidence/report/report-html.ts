import { Html, html } from './html.ts';
import type {
  Fact,
  ReportAppendix,
  ReportComparison,
  ReportExhibit,
  ReportFinding,
  ReportModel,
  ReportPicture,
  VerdictLine,
} from './report-model.ts';
import { REPORT_STYLES } from './report-styles.ts';

/**
 * The report as one page: no script, no address, prints on A4. Text of the page and of pictures is escaped, and a content
 * security policy forbids what escaping would miss. It comes section by section, so that the pictures of one are in memory.
 */
export async function* reportHtml(model: ReportModel): AsyncGenerator<string> {
  yield html`<!doctype html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${model.title}</title>
<style>${new Html(REPORT_STYLES)}</style>
</head>
<body>
<header>
<h1>${model.title}</h1>
<p class="muted">${model.made}</p>
</header>
<main>
<section class="claim">
${verdictLine(model.verdict)}
${facts(model.claimFacts)}
</section>
`.markup;
  for (const picture of model.pictures) yield (await pictureSection(picture, model)).markup;
  for (const appendix of model.appendices) yield (await appendixSection(appendix)).markup;
  yield html`
</main>
<footer>${model.closing.map((line) => html`<p>${line}</p>`)}</footer>
</body>
</html>
`.markup;
}

async function pictureSection(picture: ReportPicture, model: ReportModel): Promise<Html> {
  const image = picture.image && (await dataAddress(picture.image));
  const findings: Html[] = [];
  for (const finding of picture.findings) findings.push(await findingItem(finding, model));
  return html`<section class="picture">
<h2>${picture.heading}</h2>
<div class="picture-top">
${image !== null && html`<figure><img src="${image}" alt="${picture.heading}"></figure>`}
<div>
${verdictLine(picture.verdict)}
${facts(picture.facts)}
${picture.problem !== null && html`<p>${picture.problem}</p>`}
</div>
</div>
${picture.nothing !== null && html`<p>${picture.nothing}</p>`}
<ol>${findings}</ol>
</section>`;
}

async function appendixSection({ heading, note, items }: ReportAppendix): Promise<Html> {
  const exhibits: Html[] = [];
  for (const item of items) exhibits.push(await exhibit(item));
  return html`<section class="appendix">
<h2>${heading}</h2>
${note !== null && html`<p class="muted">${note}</p>`}
${exhibits}
</section>`;
}

async function exhibit({ heading, facts: list, image, problem, isWide }: ReportExhibit): Promise<Html> {
  const address = image && (await dataAddress(image));
  return html`<div class="exhibit${isWide && ' is-wide'}">
${address !== null && html`<figure><img src="${address}" alt="${heading ?? ''}"></figure>`}
<div>
${heading !== null && html`<h3>${heading}</h3>`}
${facts(list)}
${problem !== null && html`<p>${problem}</p>`}
</div>
</div>`;
}

async function findingItem(finding: ReportFinding, { words }: ReportModel): Promise<Html> {
  return html`<li>
<h3><span class="chip" data-verdict="${finding.verdict.id}">${finding.verdict.word}</span> ${finding.title}</h3>
<p>${finding.says}</p>
${finding.review !== null && html`<p class="muted">${finding.review}</p>`}
${finding.comparison && (await comparisonFigures(finding.comparison))}
<dl class="explain">
<dt>${words.means}</dt><dd>${finding.means}</dd>
<dt>${words.meansNot}</dt><dd>${finding.meansNot}</dd>
</dl>
${finding.falseAlarms !== null && html`<p class="muted">${finding.falseAlarms}</p>`}
</li>`;
}

async function comparisonFigures(comparison: ReportComparison): Promise<Html> {
  return html`<div class="comparison">
<figure><img src="${await dataAddress(comparison.picture)}" alt=""><figcaption>${comparison.pictureCaption}</figcaption></figure>
<figure><img src="${await dataAddress(comparison.other)}" alt=""><figcaption>${comparison.otherCaption}</figcaption></figure>
</div>`;
}

function verdictLine({ id, word, hint }: VerdictLine): Html {
  return html`<p><span class="chip" data-verdict="${id}">${word}</span> ${hint}</p>`;
}

function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">${list.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** `data:` address of a JPEG that was drawn here. */
async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  // In pieces: an argument list has a length that engines bound.
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return `data:${blob.type};base64,${btoa(binary)}`;
}
