import { expect, it } from 'vitest';
import { formatVideoTime } from '../../../utils/image/format-video-time.ts';

it.each([
  [0, '00:00.0'],
  [3.24, '00:03.2'],
  [59.97, '01:00.0'],
  [754.5, '12:34.5'],
  [3723.4, '1:02:03.4'],
])('%d seconds are %s', (seconds, shown) => {
  expect(formatVideoTime(seconds)).toBe(shown);
});
