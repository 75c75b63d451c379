import { useText } from '../controls/text-context.ts';

/** The page under the popup, where the extension may read it. */
export interface PopupPage {
  readonly host: string;
  /** Whether card and panel show by themselves on this site. */
  readonly isShown: boolean;
  readonly onAnalyse: () => void;
  readonly onShow: (isShown: boolean) => void;
}

/** Begins the analysis of the page under the popup, and says whether this site is to show anything by itself. */
export function PageSection({ page }: { readonly page: PopupPage }) {
  const text = useText();
  return (
    <section className="popup-local" aria-labelledby="popup-page">
      <h2 id="popup-page">{text.t('popup.page')}</h2>
      <button type="button" className="button" onClick={page.onAnalyse}>
        {text.t('popup.page.analyse')}
      </button>
      <label className="check">
        <input type="checkbox" checked={page.isShown} onChange={({ target }) => page.onShow(target.checked)} />
        {text.t('popup.page.show', { host: page.host })}
      </label>
      <p className="muted">{text.t('popup.page.hint')}</p>
    </section>
  );
}
