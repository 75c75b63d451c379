import { describe, expect, it } from 'vitest';
import { isUsccValid, parseProviderCode } from '../../../../utils/checks/metadata/provider-code.ts';
import { providerName } from '../../../../utils/checks/metadata/provider-names.ts';

describe('provider codes', () => {
  it('are taken apart', () => {
    expect(parseProviderCode('00119144030008867405X210001')).toEqual({
      uscc: '9144030008867405X2',
      isUsccValid: true,
      service: 'generation',
      modelCode: '0001',
    });
    expect(parseProviderCode('00119144030008867405X220001')?.service).toBe('propagation');
    expect(parseProviderCode('001191440101MA9Y9T4H7A00000')).toMatchObject({ service: 'unknown', modelCode: '' });
  });

  it.each(['', 'doubao', '0021110101199001011234', '00119144030008867405', `0011${'9'.repeat(40)}`])(
    '%j is none of an organisation',
    (code) => {
      expect(parseProviderCode(code)).toBeNull();
    },
  );

  it.each([
    '91110102MACQD9K640',
    '9144030008867405X2',
    '91440101MA9Y9T4H7A',
    '91330106MA2CFLDG4R',
    '91110108335469089C',
    '91440300708461136T',
    '9144030071526726XG',
    '91110000802100433B',
    '91110108MA01KP2T5U',
    '91110105MACJ6K1C8A',
    '91340100MAEB4N8H76',
    '91110108MACC4D63XF',
    '91440300MA5G49LC9K',
    '91340000711771143J',
  ])('%s has a right check digit and a name', (uscc) => {
    expect(isUsccValid(uscc)).toBe(true);
    expect(providerName(`0011${uscc}10000`)).not.toBeNull();
  });

  it('finds a changed digit', () => {
    expect(isUsccValid('91110102MACQD9K641')).toBe(false);
    expect(isUsccValid('91110112MACQD9K640')).toBe(false);
    expect(providerName('001191110102MACQD9K64110000')).toBeNull();
  });

  it('names plain names without regard to case, and nothing else', () => {
    expect(providerName('Kling')).toBe('快手 可灵 Kuaishou Kling');
    expect(providerName('klingon')).toBeNull();
    expect(providerName('constructor')).toBeNull();
  });
});
