import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { ClaimRow } from '../../utils/claims/claim-list.ts';
import { MAX_CLAIMS_IN_QUEUE } from '../../utils/limits.ts';
import { spokenLanguage } from '../loader/chosen-for-card.ts';
import { ClaimRows } from './claim-rows.ts';
import styles from './launcher.css?inline';
import { launcherTextIn } from './launcher-text.ts';

interface ListActions {
  readonly onHide: () => void;
  readonly onStart: (chosen: readonly ClaimRow[]) => void;
}

/** What stands in the panel's place until its code is here, or while there is no claim to show. */
export class Launcher {
  readonly #card: HTMLElement;
  readonly #text = launcherTextIn(spokenLanguage());

  constructor(frame: HTMLElement) {
    this.#card = this.#element('section', 'card', '');
    this.#card.dataset.status = 'idle';
    this.#card.setAttribute('aria-label', this.#text.name);
    const style = document.createElement('style');
    style.textContent = styles;
    frame.replaceChildren(style, this.#card);
  }

  /**
   * Shows which claim was read and the button that starts its analysis.
   * @returns does what a click on the button does, once
   */
  showClaim(claim: ClaimOnPage, onAnalyse: () => void): () => void {
    const evidence = claim.evidence.filter(({ role }) => role !== 'seller');
    const pictures = evidence.filter(({ kind }) => kind === 'image').length;
    const begin = (): void => {
      if (button.disabled) return;
      button.disabled = true;
      button.textContent = this.#text.opening;
      onAnalyse();
    };
    const button = this.#button(this.#text.analyse, begin);
    this.#fill(
      this.#element('p', 'claim', this.#text.claim(claim.orderId, pictures)),
      button,
      this.#element('p', 'local', evidence.length === 0 ? this.#text.noPictures : this.#text.local),
    );
    return begin;
  }

  /**
   * Says that the page shows no claim yet that its address could be trusted with.
   * @param onTeach opens the overlay in which the seller points at fields
   * @param copySkeleton copies the page's structure without its data; rejects when the browser refuses
   */
  showNotReady(why: string, onRetry: () => void, onTeach: () => void, copySkeleton: () => Promise<void>): void {
    const copied = this.#element('p', 'local', '');
    copied.setAttribute('role', 'status');
    const say = (words: string) => {
      copied.textContent = words;
    };
    const copy = this.#button(this.#text.copySkeleton, () => {
      copySkeleton().then(
        () => say(this.#text.skeletonCopied),
        () => say(this.#text.skeletonFailed),
      );
    });
    copy.classList.add('is-second');
    const problem = this.#element('p', 'problem', why);
    const teach = this.#button(this.#text.teach, onTeach);
    teach.classList.add('is-second');
    this.#fill(problem, this.#button(this.#text.readAgain, onRetry), teach, copy, copied);
  }

  /** Offers to check the claims of a list. */
  showList(onRead: () => void, onHide: () => void): void {
    this.#fill(
      this.#element('p', 'claim', this.#text.list),
      this.#button(this.#text.readList, onRead),
      this.#element('p', 'local', this.#text.local),
      this.#hideButton(onHide),
    );
  }

  /** Says that the page is being read. */
  showReading(): void {
    this.#fill(this.#element('p', 'local', this.#text.reading));
  }

  /**
   * Says which claims the list has and lets the seller choose, before anything is opened.
   * @returns takes the claims, and further ones as they come into view
   */
  showListRead(actions: ListActions): ClaimRows {
    const start = this.#button('', () => actions.onStart(list.chosen));
    const bound = this.#element('p', 'local', '');
    const count = this.#element('p', 'claim', '');
    const list = new ClaimRows(this.#text, (chosen, rows) => {
      count.textContent = this.#text.listed(rows);
      start.textContent = this.#text.checkAll(chosen.length);
      start.disabled = chosen.length === 0;
      bound.textContent = chosen.length === MAX_CLAIMS_IN_QUEUE ? this.#text.tooMany(MAX_CLAIMS_IN_QUEUE) : '';
    });
    this.#fill(
      count,
      list.element,
      this.#element('p', 'local', this.#text.listGrows),
      start,
      bound,
      this.#element('p', 'local', this.#text.howQueued),
      this.#hideButton(actions.onHide),
    );
    return list;
  }

  /** Says that no claim was found on the list. */
  showEmptyList(onReadAgain: () => void, onHide: () => void): void {
    const again = this.#button(this.#text.readAgain, onReadAgain);
    this.#fill(this.#element('p', 'problem', this.#text.emptyList), again, this.#hideButton(onHide));
  }

  /** Says why the panel could not be opened. Does nothing once the panel has taken the card's place. */
  showProblem(detail: string): void {
    const line = this.#element('p', 'problem', this.#text.problem(detail));
    line.setAttribute('role', 'alert');
    this.#card.append(line);
  }

  #hideButton(onHide: () => void): HTMLButtonElement {
    const hide = this.#button(this.#text.hide, onHide);
    hide.className = 'hide';
    return hide;
  }

  #fill(...parts: HTMLElement[]): void {
    this.#card.replaceChildren(this.#element('h1', 'name', this.#text.name), ...parts);
  }

  #button(text: string, onClick: () => void): HTMLButtonElement {
    const button = this.#element('button', 'start', text) as HTMLButtonElement;
    button.type = 'button';
    // A page can send clicks of its own making; only a person's starts anything.
    button.addEventListener('click', (event) => event.isTrusted && onClick());
    return button;
  }

  #element(tag: string, className: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }
}
