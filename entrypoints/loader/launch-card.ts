import { makeOwnElement } from '../../utils/claims/page/own-element.ts';
import { keepOnPage } from '../content/keep-on-page.ts';
import type { VisitRequest } from '../content/page-reader.ts';
import { isCardHidden, spokenLanguage, standsLeft } from './chosen-for-card.ts';
import { askBackground } from './extension-api.ts';
import styles from './launch-card.css?inline';
import { launchTextIn } from './launch-text.ts';

/** How long a pointer rests on the card before the page is read ahead of a click. */
const REST_MS = 80;

/**
 * The card that stands on a page which may show a claim, until the first click: nothing of the page was read for it. Its
 * buttons stay where they are while its words change, so that a click never meets another button.
 */
export class LaunchCard {
  readonly #element = makeOwnElement(document, 'panel');
  readonly #card = document.createElement('section');
  readonly #line = document.createElement('p');
  readonly #text = launchTextIn(spokenLanguage());
  #takeAway: (() => void) | null = null;

  /**
   * @param onRequest what the seller asks for; `preview` for a look at the card
   * @param signal takes the card away
   */
  constructor(kind: 'claim' | 'list', onRequest: (request: VisitRequest) => void, signal: AbortSignal) {
    const root = this.#element.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = styles;
    this.#card.className = 'card';
    this.#card.dataset.status = 'idle';
    if (standsLeft()) this.#card.dataset.side = 'left';
    this.#card.setAttribute('aria-label', this.#text.name);
    this.#line.setAttribute('role', 'status');
    this.#line.textContent = kind === 'list' ? this.#text.list : this.#text.local;
    const title = document.createElement('h1');
    title.textContent = this.#text.name;
    const ask = (request: VisitRequest) => () => {
      this.#setBusy(true);
      this.say(this.#text.reading);
      onRequest(request);
    };
    const buttons =
      kind === 'list'
        ? [
            this.#button(this.#text.readList, ask('list')),
            this.#button(this.#text.analyseOpen, ask('analyse'), 'is-second'),
            this.#button(this.#text.hide, () => this.remove(), 'is-second'),
          ]
        : [this.#button(this.#text.analyse, ask('analyse'))];
    this.#card.append(title, ...buttons, this.#line);
    root.append(style, this.#card);
    if (kind === 'claim') this.#lookAhead(() => onRequest('preview'));
    if (!isCardHidden()) this.#show();
    signal.addEventListener('abort', () => this.remove(), { once: true });
  }

  /** Puts one line under the buttons. */
  say(words: string): void {
    this.#line.setAttribute('role', 'status');
    this.#line.textContent = words;
  }

  /** Says why nothing came of what was asked for, and lets it be repeated; also where the card was not to be seen. */
  showProblem(detail: string): void {
    this.#show();
    this.#line.setAttribute('role', 'alert');
    this.#line.textContent = this.#text.problem(detail);
    this.#setBusy(false);
  }

  remove(): void {
    this.#takeAway?.();
    this.#takeAway = null;
  }

  #show(): void {
    this.#takeAway ??= keepOnPage(this.#element, document, () => {
      // Rejects where the extension was updated from under this page.
      askBackground('panel.takenAway').catch((error: unknown) => console.warn('Nobody could be told', error));
    });
  }

  #lookAhead(onLook: () => void): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.#card.addEventListener('pointerenter', () => {
      timer = setTimeout(onLook, REST_MS);
    });
    this.#card.addEventListener('pointerleave', () => clearTimeout(timer));
    this.#card.addEventListener('focusin', onLook);
  }

  #setBusy(isBusy: boolean): void {
    for (const button of this.#card.querySelectorAll('button')) button.disabled = isBusy;
  }

  #button(words: string, onClick: () => void, className = ''): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.textContent = words;
    // A page can send clicks of its own making; only a person's starts anything.
    button.addEventListener('click', (event) => event.isTrusted && onClick());
    return button;
  }
}
