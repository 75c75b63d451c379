import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import type { PlatformPage } from '../../utils/platforms/platform.ts';
import type { PageReader, VisitRequest, VisitSession } from '../content/page-reader.ts';
import { isCardHidden } from './chosen-for-card.ts';
import { askBackground } from './extension-api.ts';
import { LaunchCard } from './launch-card.ts';
import { isTaughtSite, type TaughtSites } from './taught-sites.ts';

interface VisitContext {
  readonly page: PlatformPage;
  readonly taughtSites: () => Promise<TaughtSites>;
  readonly lastTextBox: VisitSession['lastTextBox'];
  readonly loadReader: () => Promise<PageReader>;
}

/** One visit to an address that may show a claim: the card, and the way to the reader. */
export class LoaderVisit {
  readonly #context: VisitContext;
  readonly #ends = new AbortController();
  readonly #signal: AbortSignal;
  readonly #card: LaunchCard;
  #asking: Promise<(request: VisitRequest) => void> | null = null;

  constructor(context: VisitContext, life: AbortSignal) {
    this.#context = context;
    this.#signal = AbortSignal.any([life, this.#ends.signal]);
    this.#card = new LaunchCard(context.page.kind, (request) => this.request(request), this.#signal);
  }

  /** Has the reader do something, after it was put in where it is missing. */
  request(request: VisitRequest): void {
    // A stored result opens by itself, which is what the seller does not want here.
    if (request === 'open' && isCardHidden()) return;
    this.#asking ??= this.#beginReading();
    this.#asking.then(
      (ask) => this.#signal.aborted || ask(request),
      (error: unknown) => {
        this.#asking = null;
        this.#card.showProblem(error instanceof Error ? error.message : String(error));
      },
    );
  }

  end(): void {
    this.#ends.abort();
  }

  async #beginReading(): Promise<(request: VisitRequest) => void> {
    const isTaught = isTaughtSite(new URL(location.href), await this.#context.taughtSites());
    const [reader, rules] = await Promise.all([
      this.#context.loadReader(),
      isTaught ? (askBackground('siteRules.read') as Promise<SiteRule[]>) : [],
    ]);
    return reader.visit({
      rules,
      say: (words) => this.#card.say(words),
      takeOver: () => this.#card.remove(),
      lastTextBox: this.#context.lastTextBox,
      signal: this.#signal,
    });
  }
}
