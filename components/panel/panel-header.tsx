import type { Verdict } from '../../utils/checks/verdict.ts';
import { LanguageSwitch } from '../controls/language-switch.tsx';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { MoveHandle, type PanelMove } from './move-handle.tsx';

interface PanelHeaderProps {
  readonly isCollapsed: boolean;
  /** Shown while the panel is collapsed. */
  readonly verdict: Verdict | null;
  readonly onCollapse: (isCollapsed: boolean) => void;
  readonly move: PanelMove | null;
  readonly onSwitchLanguage: () => void;
}

/** The panel's title, the language switch, and the button that gives the page its room back. */
export function PanelHeader({ isCollapsed, verdict, onCollapse, move, onSwitchLanguage }: PanelHeaderProps) {
  const text = useText();
  return (
    <div className="panel-header">
      {move && <MoveHandle move={move} />}
      <h1>{text.t('panel.title')}</h1>
      {isCollapsed && verdict && <VerdictChip verdict={verdict} size="small" />}
      <span className="panel-header-end">
        {!isCollapsed && <LanguageSwitch onSwitch={onSwitchLanguage} />}
        <button
          type="button"
          className="button is-link"
          aria-expanded={!isCollapsed}
          onClick={() => onCollapse(!isCollapsed)}
        >
          {text.t(isCollapsed ? 'panel.expand' : 'panel.collapse')}
        </button>
      </span>
    </div>
  );
}
