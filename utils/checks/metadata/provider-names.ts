import { parseProviderCode } from './provider-code.ts';

/** When the table was last compared with real files and the vendors' own statements. */
export const PROVIDER_NAMES_AS_OF = '2026-11-21';

/**
 * Who signs with a credit code. A code names a legal entity, which may run several brands; only owners that were seen in
 * real files of the brand, or stated by the vendor or two independent sources, are listed.
 */
const NAMES_BY_USCC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '91110102MACQD9K640': '字节跳动 豆包 ByteDance Doubao',
    '9144030008867405X2': '字节跳动 即梦 ByteDance Jimeng',
    '91440101MA9Y9T4H7A': '阿里 千问 Alibaba Qwen',
    '91330106MA2CFLDG4R': '阿里 通义 Alibaba Tongyi',
    '91110108335469089C': '快手 可灵 Kuaishou Kling',
    '91440300708461136T': '腾讯 Tencent',
    '9144030071526726XG': '腾讯 混元 Tencent Hunyuan',
    '91110000802100433B': '百度 Baidu',
    '91110108MA01KP2T5U': '智谱 Zhipu',
    '91110105MACJ6K1C8A': 'LiblibAI 哩布哩布',
    '91340100MAEB4N8H76': 'RunningHub',
    '91110108MACC4D63XF': '生数 Shengshu Vidu',
    '91440300MA5G49LC9K': '荣耀 Honor',
    '91340000711771143J': '科大讯飞 iFlytek',
  }),
);

/** Names that real files write instead of a code. */
const NAMES_BY_PLAIN_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    doubao: '字节跳动 豆包 ByteDance Doubao',
    kling: '快手 可灵 Kuaishou Kling',
    picwish: 'PicWish',
    minimax: 'MiniMax 海螺 Hailuo',
    runninghub: 'RunningHub',
  }),
);

/** The provider that a code or plain name stands for, in Chinese and Latin letters; null where it is not in the table. */
export function providerName(code: string): string | null {
  const parsed = parseProviderCode(code);
  if (parsed) return parsed.isUsccValid ? (NAMES_BY_USCC.get(parsed.uscc) ?? null) : null;
  return NAMES_BY_PLAIN_NAME.get(code.trim().toLowerCase()) ?? null;
}
