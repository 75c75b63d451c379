import type { PictureProblem } from '../../utils/cases/case.ts';
import type { Language } from '../../utils/text/text.ts';
import { LanguageSwitch } from '../controls/language-switch.tsx';
import { ProblemLine } from '../controls/problem-line.tsx';
import { Surface } from '../controls/surface.tsx';
import { useText } from '../controls/text-context.ts';
import { type AccessAnswer, PlatformList } from '../settings/platform-list.tsx';
import type { PlatformAccess } from '../settings/platform-switch.tsx';
import { EnableHere } from './enable-here.tsx';
import { PageSection, type PopupPage } from './page-section.tsx';

export interface PopupProps {
  readonly language: Language;
  readonly platforms: readonly PlatformAccess[];
  /** To the last question of whether a seller center may be read. */
  readonly answer?: AccessAnswer | null;
  /** The host of the tab under the popup, where it is a page that can be taught; null otherwise. */
  readonly teachableHost?: string | null;
  readonly onTeach?: () => void;
  /** The page under the popup; null where the extension may not read it. */
  readonly page?: PopupPage | null;
  /** The seller center of the page under the popup, where it is one. */
  readonly here?: string | null;
  readonly onEnable: (platform: string) => void;
  readonly onDisable: (platform: string) => void;
  /** Why the last thing that was asked for did not begin. */
  readonly problem?: PictureProblem | null;
  /** Opens the first steps; only until the seller has seen them. */
  readonly onFirstSteps?: (() => void) | undefined;
  readonly onNewCheck: () => void;
  readonly onMarkArea: () => void;
  readonly onOpenHistory: () => void;
  readonly onSwitchLanguage: () => void;
}

/** What opens from the toolbar: where the extension works, why it asks, and what leaves the computer. */
export function Popup(props: PopupProps) {
  return (
    <Surface language={props.language} className="popup">
      <PopupContent {...props} />
    </Surface>
  );
}

function PopupContent({
  platforms,
  answer,
  problem,
  teachableHost,
  onTeach,
  here,
  page,
  onEnable,
  onDisable,
  onFirstSteps,
  onSwitchLanguage,
  ...ways
}: PopupProps) {
  const text = useText();
  const notYetHere = platforms.find(({ id, isGranted }) => id === here && !isGranted);
  return (
    <>
      <header className="popup-header">
        <h1>{text.t('app.name')}</h1>
        <LanguageSwitch onSwitch={onSwitchLanguage} />
      </header>
      <main>
        {onFirstSteps && (
          <button type="button" className="button is-primary" onClick={onFirstSteps}>
            {text.t('firstSteps.title')}
          </button>
        )}
        <button type="button" className="button is-primary" onClick={ways.onOpenHistory}>
          {text.t('popup.history')}
        </button>
        {notYetHere && <EnableHere platform={notYetHere.id} onEnable={onEnable} />}
        {page && <PageSection page={page} />}
        <section className="popup-ways" aria-labelledby="popup-ways">
          <h2 id="popup-ways">{text.t('popup.otherWays')}</h2>
          <div className="button-row">
            <button type="button" className="button" onClick={ways.onNewCheck}>
              {text.t('popup.newCheck')}
            </button>
            <button type="button" className="button" onClick={ways.onMarkArea}>
              {text.t('popup.area')}
            </button>
          </div>
          {problem && <ProblemLine problem={problem} />}
          <p className="muted">{text.t('popup.otherWaysHint')}</p>
        </section>
        {teachableHost && onTeach && (
          <section className="popup-local" aria-labelledby="popup-teach">
            <h2 id="popup-teach">{text.t('teach.popup.title')}</h2>
            <p className="muted">{text.t('teach.popup.body', { host: teachableHost })}</p>
            <button type="button" className="button" onClick={onTeach}>
              {text.t('teach.popup.button')}
            </button>
          </section>
        )}
        <h2>{text.t('popup.platforms')}</h2>
        <PlatformList platforms={platforms} answer={answer ?? null} onEnable={onEnable} onDisable={onDisable} />
        <details className="fold">
          <summary>{text.t('popup.why')}</summary>
          <p className="muted">{text.t('popup.whyBody')}</p>
        </details>
        <section className="popup-local" aria-labelledby="popup-local">
          <h2 id="popup-local">{text.t('popup.local.title')}</h2>
          <p className="muted">{text.t('popup.local.body')}</p>
        </section>
      </main>
    </>
  );
}
