import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import figures from '../../../utils/text/false-alarms.json' with { type: 'json' };
import { falseAlarmsText } from '../../../utils/text/false-alarms.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { clopperPearson } from '../../bench/clopper-pearson.ts';

describe.each(Object.entries(figures))('the false alarms of %s', (kind, figure) => {
  it('are said with every figure filled in', () => {
    for (const language of LANGUAGES) {
      const said = falseAlarmsText(textIn(language), kind);
      expect(said).toContain(figure.of.toLocaleString('en'));
      expect(said).not.toMatch(/[{}]/);
    }
  });

  it('have the limit that their numbers give', () => {
    expect(figure.limitPercent).toBeCloseTo(100 * clopperPearson(figure.wrong, figure.of)[1], 1);
  });

  it('are those of the page that they name', () => {
    const page = readFileSync(new URL(`../../../${figure.page}`, import.meta.url), 'utf8');
    expect(page).toContain(`${figure.wrong} of ${figure.of}`);
    if ('drawnOf' in figure) expect(page).toContain(`${figure.drawnWrong} of ${figure.drawnOf}`);
  });
});

it('is null for a kind that was not measured', () => {
  expect(falseAlarmsText(textIn('en'), 'c2pa-valid')).toBeNull();
});
