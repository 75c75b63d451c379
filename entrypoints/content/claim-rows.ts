import type { ClaimRow } from '../../utils/claims/claim-list.ts';
import { MAX_CLAIMS_IN_QUEUE } from '../../utils/limits.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { spokenLanguage } from '../loader/chosen-for-card.ts';
import type { LauncherText } from './launcher-text.ts';

/** Characters of a row's reason and state. */
const MAX_WORDS = 24;

/** The claims of a list, each with a box to choose it by. What a row says is the page's text, shown as text. */
export class ClaimRows {
  readonly element = document.createElement('fieldset');
  readonly #boxes = new Map<ClaimRow, HTMLInputElement>();
  readonly #all = document.createElement('input');
  readonly #text: LauncherText;
  readonly #onChange: (chosen: readonly ClaimRow[], count: number) => void;

  /** @param onChange called with each choice and whenever rows were added; `count` is of all rows */
  constructor(text: LauncherText, onChange: (chosen: readonly ClaimRow[], count: number) => void) {
    this.#text = text;
    this.#onChange = onChange;
    this.element.className = 'rows';
    const legend = document.createElement('legend');
    legend.textContent = text.choose;
    this.element.append(legend, line(this.#all, text.all, ''));
    this.#all.addEventListener('change', () => {
      for (const box of this.#boxes.values()) if (!box.disabled) box.checked = this.#all.checked;
      this.#change();
    });
  }

  /**
   * Adds claims below those that are there; what was chosen stays.
   * @param checked ids of the claims that have a result already: to be chosen, but not chosen at first
   */
  add(rows: readonly ClaimRow[], checked: ReadonlySet<string>): void {
    for (const row of rows) {
      const box = document.createElement('input');
      const note = row.link === null ? this.#text.noLink : checked.has(row.claimId) ? this.#text.checkedBefore : '';
      box.disabled = row.link === null;
      box.checked = note === '';
      box.addEventListener('change', () => this.#change());
      this.#boxes.set(row, box);
      this.element.append(line(box, plainLine(row.orderId || row.claimId, 40), wordsOf(row, note)));
    }
    this.#change();
  }

  #change(): void {
    const chosen = this.chosen;
    const open = [...this.#boxes.values()].filter(({ disabled }) => !disabled);
    this.#all.checked = open.length > 0 && open.every((box) => box.checked);
    this.#all.indeterminate = !this.#all.checked && chosen.length > 0;
    this.#onChange(chosen, this.#boxes.size);
  }

  /** The chosen claims in the list's order, as many as one queue takes. */
  get chosen(): ClaimRow[] {
    return [...this.#boxes].flatMap(([row, box]) => (box.checked ? [row] : [])).slice(0, MAX_CLAIMS_IN_QUEUE);
  }
}

function wordsOf({ amount, reason, statusText }: ClaimRow, note: string): string {
  const said = [amount && formatMoney(amount.value, amount.currency, spokenLanguage()), reason, statusText, note];
  return said.flatMap((words) => (words ? [plainLine(words, MAX_WORDS)] : [])).join(' · ');
}

function line(box: HTMLInputElement, name: string, words: string): HTMLElement {
  const label = document.createElement('label');
  box.type = 'checkbox';
  const title = document.createElement('span');
  title.textContent = name;
  const more = document.createElement('small');
  more.textContent = words;
  label.append(box, title, more);
  return label;
}
