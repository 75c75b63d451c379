// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { VerdictChip } from '../../../../components/controls/verdict-chip.tsx';
import { VERDICTS_BY_WEIGHT } from '../../../../utils/checks/verdict.ts';
import { showPart } from '../render.tsx';

it('says each verdict in both languages with a shape of its own', () => {
  const shapes = new Set<string>();
  const words = new Set<string>();
  for (const verdict of VERDICTS_BY_WEIGHT) {
    const { container, unmount } = showPart(<VerdictChip verdict={verdict} />);
    shapes.add(container.querySelector('svg')?.innerHTML ?? '');
    words.add(container.textContent ?? '');
    unmount();
  }
  expect(shapes.size).toBe(VERDICTS_BY_WEIGHT.length);
  expect([...words]).toEqual([
    '铁证 Proof',
    '强证据 Strong evidence',
    '线索 Clue',
    '备注 Note',
    '未发现 Nothing found',
    '无法判断 Cannot judge',
  ]);
});

it('puts the English word first in English', () => {
  const { container } = showPart(<VerdictChip verdict="proof" />, 'en');
  expect(container.textContent).toBe('Proof 铁证');
});
