import type { ReactNode } from 'react';

/** The seller's settings: sections under one another, each a component of its own. */
export function SettingsPage({ children }: { readonly children: ReactNode }) {
  return <div className="settings-page">{children}</div>;
}
