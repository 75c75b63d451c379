import type { ReactNode } from 'react';
import { useText } from '../controls/text-context.ts';

interface SettingsSectionProps {
  /** Key of the heading's text. */
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the settings under its heading. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  return (
    <div className="settings-section">
      <h2>{useText().t(title)}</h2>
      {children}
    </div>
  );
}
