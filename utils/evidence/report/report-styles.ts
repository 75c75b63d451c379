/** The report's style sheet: dark on white on every screen, since it is for paper. */
export const REPORT_STYLES = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { max-width: 190mm; margin: 0 auto; padding: 6mm; color: #1a1f27; background: #fff;
  font: 10.5pt/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 17pt; margin: 0 0 1mm; text-wrap: balance; word-break: keep-all; } h2 { font-size: 13pt; margin: 0 0 2mm; } h3 { font-size: 11pt; margin: 0 0 1mm; }
p { margin: 0 0 1.5mm; } figure { margin: 0; } img { display: block; max-width: 100%; border: 1px solid #c9ced6; }
.muted { color: #555e6b; font-size: 9.5pt; }
section, footer { border-top: 1px solid #c9ced6; margin-top: 5mm; padding-top: 4mm; }
.picture-top { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 5mm; align-items: start; }
.comparison { display: grid; grid-template-columns: repeat(2, fit-content(calc(50% - 1.5mm))); gap: 3mm; margin: 2mm 0; break-inside: avoid; }
.comparison img { max-height: 76mm; } .picture-top img { max-height: 90mm; } .exhibit:not(.is-wide) img { max-height: 45mm; }
figcaption { color: #555e6b; font-size: 9pt; margin-top: 0.5mm; } .picture-top + p { margin-top: 2mm; }
.exhibit { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 5fr); gap: 5mm; align-items: start; margin: 3mm 0; break-inside: avoid; }
.exhibit.is-wide { grid-template-columns: minmax(0, 1fr); gap: 2mm; } .exhibit > div:only-child { grid-column: 1 / -1; }
dl { margin: 0; } dd { margin: 0; }
.facts > div { display: grid; grid-template-columns: 26mm minmax(0, 1fr); gap: 2mm; } .facts dt, .explain dt { color: #555e6b; }
.facts { font-size: 9.5pt; } .explain { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 3mm; font-size: 9.5pt; }
ol { margin: 3mm 0 0; padding-left: 5mm; } li { margin-bottom: 4mm; } h3, p, .picture-top { break-inside: avoid; } h2, h3, .appendix > .muted, li > p:has(+ .comparison), li > p:has(+ p + .comparison) { break-after: avoid; }
.chip { display: inline-block; padding: 0 2mm; border: 1px solid currentColor; border-radius: 1mm; font-weight: 600; font-size: 9.5pt; }
.chip[data-verdict=proof] { color: #a3141f; } .chip[data-verdict=strong] { color: #94450b; }
.chip[data-verdict=clue] { color: #7a5c00; } .chip[data-verdict=note] { color: #2f5d8c; }
.chip[data-verdict=none], .chip[data-verdict=cannot-judge] { color: #4b5563; }
@media (max-width: 600px) { .picture-top, .comparison, .exhibit, .explain { grid-template-columns: 1fr; } }
`;
