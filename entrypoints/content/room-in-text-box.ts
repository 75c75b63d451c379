import { contentOf, type TextBox } from './text-box.ts';

/** `12/200`, `12 / 200`: how much stands in a box and how much may. */
const COUNTER = /(\d{1,5})\s*[/／]\s*(\d{2,5})/gu;
/** A counter stands in the box's frame or right under it; farther out there are other fields and their counters. */
const MAX_STEPS_OUT = 3;
const MAX_TEXT_AROUND = 120;

/**
 * How many characters a box of the page still takes: by its `maxlength`, or by the counter beside it, believed only where it
 * says what stands in the box. What is selected is replaced, so it counts as room.
 * @returns in UTF-16 code units, as `maxlength` counts; null where no limit is known
 */
export function roomInTextBox(box: TextBox): number | null {
  const { length } = contentOf(box);
  const limit = limitOfAttribute(box) ?? limitOfCounter(box, length);
  return limit === null ? null : Math.max(0, limit - length + selectedLength(box));
}

function limitOfAttribute(box: TextBox): number | null {
  return 'maxLength' in box && box.maxLength > 0 ? box.maxLength : null;
}

function limitOfCounter(box: TextBox, length: number): number | null {
  let around: Element | null = box.parentElement;
  for (let step = 0; around && step < MAX_STEPS_OUT; step++, around = around.parentElement) {
    const own = box.textContent ?? '';
    const words = (around.textContent ?? '').replace(own, ' ');
    if (words.length > MAX_TEXT_AROUND) return null;
    for (const [, used, limit] of words.matchAll(COUNTER))
      if (Number(used) === length && Number(limit) >= length) return Number(limit);
  }
  return null;
}

function selectedLength(box: TextBox): number {
  if ('selectionStart' in box) return Math.max(0, (box.selectionEnd ?? 0) - (box.selectionStart ?? 0));
  const selection = box.ownerDocument.getSelection();
  return selection?.anchorNode && box.contains(selection.anchorNode) ? selection.toString().length : 0;
}
