import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/**
 * What a backup adds to the settings of this computer. A choice that was made here stays. Templates and places of the panel are
 * many things under one name, so those that are missing here are added to those that are not. What else the extension keeps
 * beside its settings, as whether its history was lost, is about the other computer and stays there.
 * @param here what is stored; a choice that was never made is absent
 * @param backedUp what was stored when the backup was made
 */
export function settingsToRestore(
  here: Readonly<Record<string, unknown>>,
  backedUp: Readonly<Record<string, unknown>>,
): Partial<Settings> {
  const known = Object.entries(backedUp).filter(([key]) => key in DEFAULT_SETTINGS);
  const missing: Partial<Settings> = Object.fromEntries(known.filter(([key]) => !(key in here)));
  const [chosen, brought]: [Partial<Settings>, Partial<Settings>] = [here, Object.fromEntries(known)];
  return {
    ...missing,
    ...(chosen.templates && brought.templates ? { templates: withMissing(chosen.templates, brought.templates) } : {}),
    ...(chosen.panel && brought.panel
      ? { panel: { ...chosen.panel, places: { ...brought.panel.places, ...chosen.panel.places } } }
      : {}),
  };
}

function withMissing(here: Settings['templates'], brought: Settings['templates']): Settings['templates'] {
  const ids = new Set(here.map(({ id }) => id));
  return [...here, ...brought.filter(({ id }) => !ids.has(id))];
}
