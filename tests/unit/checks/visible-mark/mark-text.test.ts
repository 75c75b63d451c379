import { describe, expect, it } from 'vitest';
import { comparableText, readMarkText } from '../../../../utils/checks/visible-mark/mark-text.ts';
import type { MarkPlace } from '../../../../utils/checks/visible-mark/vendor-marks.ts';

const read = (place: MarkPlace, ...recognised: string[]) => readMarkText(recognised.map(comparableText), place);

describe('readMarkText', () => {
  it.each([
    ['豆包 Al 生成', 'bottom-right', 'doubao', '豆包AI生成'],
    ['即 梦 A|', 'bottom-right', 'jimeng', '即梦AI'],
    ['干 问 Al 生成', 'bottom-right', 'qianwen', '千问AI生成'],
    ['KlingAl 3.0', 'bottom-right', 'kling', 'KlingAI3.0'],
    ['LibLibAl', 'bottom', 'liblib', 'LibLibAI'],
    ['RunningHub A1 生 成', 'top-left', 'runninghub', 'RunningHubAI生成'],
    ['A I 生成', 'top-left', null, 'AI生成'],
    ['人工 智能 合成', 'bottom-left', null, '人工智能合成'],
    ['由 AI 生成', 'bottom-right', null, 'AI生成'],
    ['AI 主 成', 'top-right', null, 'AI生成'],
    ['大工智能生成', 'bottom-right', null, '人工智能生成'],
    ['KUnE AI3.0', 'bottom-right', 'kling', 'KlingAI3.0'],
    ['AT生成', 'left', null, 'AI生成'],
    ['豆包A1l生成', 'right', null, 'AI生成'],
    ['可灵AI一', 'bottom-right', 'kling', '可灵AI'],
    ['可 灵 操 3.0', 'bottom-right', 'kling', '可灵AI3.0'],
  ] as const)('takes “%s” at the %s for the mark of %s', (recognised, place, vendor, text) => {
    expect(read(place, recognised)).toMatchObject({ form: 'mark', vendor, text });
  });

  it.each([
    ['SHOT ON MI 9', 'bottom-left'],
    ['AI QUAD CAMERA', 'bottom-left'],
    ['AI TRIPLE CAMERA', 'bottom-right'],
    ['AI生活', 'bottom-right'],
    ['AI养成', 'bottom-right'],
    ['AI合作', 'top-left'],
    ['生成日期 2026', 'bottom-right'],
    ['合成革', 'bottom'],
    ['人工合成', 'bottom'],
    ['智能生活', 'top'],
    ['人工智能生活', 'bottom-right'],
    ['King 3.0', 'bottom-right'],
    ['可灵旗舰店', 'bottom-right'],
    ['豆包', 'bottom-right'],
    ['可灵', 'bottom-right'],
    ['MAIN', 'bottom-right'],
    ['', 'bottom-right'],
  ] as const)('sees nothing in “%s”', (recognised, place) => {
    expect(read(place, recognised)).toBeNull();
  });

  it('counts a name only where its vendor puts it', () => {
    expect(read('bottom-right', '即梦AI')).toMatchObject({ vendor: 'jimeng' });
    expect(read('top-left', '即梦AI')).toBeNull();
    expect(read('top-left', '豆包AI生成')).toMatchObject({ vendor: null, text: 'AI生成' });
  });

  it.each([
    '内容由AI生成',
    '疑似AI生成',
    '内容由AI生成，仅供参考',
    '回答由人工智能生成请核对后使用',
    '作者声明：AI生成',
  ])('takes “%s” for a sentence of an interface', (recognised) => {
    expect(read('bottom-right', recognised)).toMatchObject({ form: 'sentence' });
  });

  it.each([
    '非AI生成',
    '实拍非AI生成',
    '拒绝AI生成',
    '无AI合成',
    '一键AI生成',
    '键AI生成',
    '支持AI生成',
    'AI合成语音',
    'AI生成器',
  ])('takes “%s” for something else than a mark', (recognised) => {
    expect(read('bottom-right', recognised)).toMatchObject({ form: 'sentence' });
  });

  it.each(['AI生成图片', '由AI生成', '美图AI生成', 'AI生成一', '由AI合成视频'])(
    'takes “%s” for a mark',
    (recognised) => {
      expect(read('bottom-right', recognised)).toMatchObject({ form: 'mark' });
    },
  );

  it.each(['豆包AI耳机', '千问AI眼镜', 'KlingAI手机'])('takes “%s” for a product', (recognised) => {
    expect(read('bottom-right', recognised)?.form).not.toBe('mark');
  });

  it('puts a statement together from readings that missed different letters', () => {
    expect(read('bottom-right', 'AI奸成', 'AI生乒')).toMatchObject({ form: 'mark', text: 'AI生成' });
    expect(read('bottom-right', 'AI奸成', 'AI好成')).toBeNull();
    expect(read('bottom-right', 'AI生活', 'AI生沽')).toBeNull();
  });

  it('shows what was recognised', () => {
    expect(read('bottom-right', '豆 忆 AI 生 成')).toMatchObject({ text: '豆包AI生成', recognised: '豆忆AI生成' });
  });
});
