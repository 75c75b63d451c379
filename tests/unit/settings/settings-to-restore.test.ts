import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/settings.ts';
import { settingsToRestore } from '../../../utils/settings/settings-to-restore.ts';

const template = (id: string, body = id) => ({ id, name: id, body });
/** Each setting with a value that is not its default. */
const ALL: Settings = {
  language: 'en',
  captureOff: ['jd'],
  retentionDays: 30,
  readsProductPages: true,
  takesPageScreenshots: false,
  templates: [template('a'), template('b')],
  panel: {
    side: 'left',
    foldedOn: ['a.com'],
    hiddenOn: ['b.com'],
    places: { 'c.com': { edge: 'left', insetPx: 1, topPx: 2 } },
  },
  hasSeenFirstSteps: true,
};

describe('settings of a backup', () => {
  it.each(Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[])('bring %s back as it was', (name) => {
    expect(ALL[name]).not.toEqual(DEFAULT_SETTINGS[name]);
    expect(settingsToRestore({}, { ...ALL })[name]).toEqual(ALL[name]);
  });

  it('leave what was chosen here', () => {
    expect(
      settingsToRestore({ language: 'zh-TW', retentionDays: null }, { language: 'en', retentionDays: 30 }),
    ).toEqual({});
  });

  it('add the templates that are missing here, and change none that is not', () => {
    const here = [template('b', 'mine'), template('c')];
    const { templates } = settingsToRestore({ templates: here }, { ...ALL });
    expect(templates).toEqual([...here, template('a')]);
  });

  it('add places of the panel on sites where it was not moved here', () => {
    const places = {
      'c.com': { edge: 'right', insetPx: 9, topPx: 9 },
      'd.com': { edge: 'left', insetPx: 0, topPx: 0 },
    };
    const brought = { panel: { ...ALL.panel, places } };
    const { panel } = settingsToRestore({ panel: { ...ALL.panel, side: 'right' } }, brought);
    expect(panel).toEqual({ ...ALL.panel, side: 'right', places: { ...places, ...ALL.panel.places } });
  });

  it('leave behind what is no setting', () => {
    expect(settingsToRestore({}, { historyLostAtMs: 1, taughtPages: {} })).toEqual({});
  });
});
