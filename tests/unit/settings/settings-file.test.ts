import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/settings.ts';
import { parseSettingsFile, settingsFile } from '../../../utils/settings/settings-file.ts';

const CHOSEN: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'zh-TW',
  captureOff: ['jd'],
  retentionDays: null,
  readsProductPages: true,
  templates: [{ id: 't', name: '常用', body: '订单{订单号}' }],
  panel: {
    side: 'left',
    foldedOn: ['mms.pinduoduo.com'],
    hiddenOn: ['fxg.jinritemai.com'],
    places: { 'shop.jd.com': { edge: 'left', insetPx: 12, topPx: 200 } },
  },
  hasSeenFirstSteps: true,
};

describe('a settings file', () => {
  it('brings every setting back as it was', () => {
    const parsed = parseSettingsFile(settingsFile(CHOSEN, ['screenshot']));
    const { hasSeenFirstSteps, ...expected } = CHOSEN;
    expect(parsed).toEqual({ settings: expected, checksOff: ['screenshot'] });
  });

  it.each([
    ['text', 'not-settings'],
    ['{"a":1}', 'not-settings'],
    ['{"refundLensSettings":2}', 'newer'],
    ['{"refundLensSettings":1,"retentionDays":0}', 'damaged'],
    ['{"refundLensSettings":1,"panel":{"side":"top","foldedOn":[]}}', 'damaged'],
    ['{"refundLensSettings":1,"panel":{"side":"left","foldedOn":[],"places":{"a.com":{"edge":"top"}}}}', 'damaged'],
    ['{"refundLensSettings":1,"panel":{"side":"left","foldedOn":[],"hiddenOn":7}}', 'damaged'],
    ['{"refundLensSettings":1,"templates":[{"id":"t","name":"x","body":"你这是诈骗"}]}', 'damaged'],
    ['{"refundLensSettings":1,"unknown":true}', 'damaged'],
    ['{"refundLensSettings":1,"checksOff":"all"}', 'damaged'],
  ])('%s is refused as a whole', (file, reason) => {
    expect(parseSettingsFile(file)).toBe(reason);
  });

  it('leaves alone what it does not hold', () => {
    expect(parseSettingsFile('{"refundLensSettings":1,"language":"en"}')).toEqual({
      settings: { language: 'en' },
      checksOff: null,
    });
  });
});
