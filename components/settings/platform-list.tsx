import { platformText } from '../../utils/text/platform-text.ts';
import { useText } from '../controls/text-context.ts';
import { type PlatformAccess, PlatformSwitch } from './platform-switch.tsx';

/** What the browser answered when a seller center was last enabled here. */
export interface AccessAnswer {
  readonly platform: string;
  readonly isGranted: boolean;
}

interface PlatformListProps {
  readonly platforms: readonly PlatformAccess[];
  readonly answer?: AccessAnswer | null;
  readonly onEnable: (platform: string) => void;
  readonly onDisable: (platform: string) => void;
}

/** The seller centers, each with its switch, and what comes of the answer to the browser's question. */
export function PlatformList({ platforms, answer, onEnable, onDisable }: PlatformListProps) {
  const text = useText();
  return (
    <>
      <p role="status" className={answer && !answer.isGranted ? 'claim-warning' : 'muted'}>
        {answer &&
          text.t(answer.isGranted ? 'popup.granted' : 'popup.refused', { name: platformText(text, answer.platform) })}
      </p>
      <ul className="platform-list">
        {platforms.map((platform) => (
          <PlatformSwitch key={platform.id} platform={platform} onEnable={onEnable} onDisable={onDisable} />
        ))}
      </ul>
    </>
  );
}
