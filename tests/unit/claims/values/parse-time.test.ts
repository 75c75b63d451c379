import { expect, test } from 'vitest';
import { isoInZone, parseTime, timeFromEpoch } from '../../../../utils/claims/values/parse-time.ts';

const NOW = new Date('2026-11-20T02:00:00Z');

test.each([
  ['2026-11-20 09:12:33', 'Asia/Shanghai', '2026-11-20T09:12:33+08:00'],
  ['2026/11/20 09:12', 'Asia/Shanghai', '2026-11-20T09:12:00+08:00'],
  ['2026年11月5日 9:02', 'Asia/Shanghai', '2026-11-05T09:02:00+08:00'],
  ['2026.11.20', 'Asia/Shanghai', '2026-11-20'],
  ['18:05 21-11-2026', 'Asia/Ho_Chi_Minh', '2026-11-21T18:05:00+07:00'],
  ['Trước 23:59, 5 Nov 2026', 'Asia/Ho_Chi_Minh', '2026-11-05T23:59:00+07:00'],
  ['于 2026-11-20 09:12:33 提交', 'Asia/Shanghai', '2026-11-20T09:12:33+08:00'],
  ['2026-11-20T01:12:33Z', 'Asia/Shanghai', '2026-11-20T09:12:33+08:00'],
  ['Nov 17, 2026, 3:42 pm PST', 'Asia/Shanghai', '2026-11-18T07:42:00+08:00'],
  ['2026-11-20 09:12:33 (GMT+7)', 'Asia/Shanghai', '2026-11-20T10:12:33+08:00'],
  ['2026-11-20 09:12 GMT+05:30', 'UTC', '2026-11-20T03:42:00+00:00'],
  ['2026-11-20 09:12:33 CST', 'Asia/Shanghai', '2026-11-20T09:12:33+08:00'],
  ['11-19 08:00', 'Asia/Shanghai', '2026-11-19T08:00:00+08:00'],
  ['12-31 08:00', 'Asia/Shanghai', '2025-12-31T08:00:00+08:00'],
  ['20-11-2026 09:15', 'Asia/Ho_Chi_Minh', '2026-11-20T09:15:00+07:00'],
  ['03/04/2026 10:00', 'Europe/London', '2026-04-03T10:00:00+01:00'],
  ['03/04/2026 10:00', 'America/Los_Angeles', '2026-03-04T10:00:00-08:00'],
  ['Nov 19, 2026 3:05 PM', 'America/Los_Angeles', '2026-11-19T15:05:00-08:00'],
  ['Nov 19, 2026 12:05 AM', 'America/Los_Angeles', '2026-11-19T00:05:00-08:00'],
  ['July 4th, 2026 at 10:00', 'America/New_York', '2026-07-04T10:00:00-04:00'],
  ['19 Nov 2026', 'Europe/London', '2026-11-19'],
])('%s in %s is %s', (text, zone, iso) => {
  expect(parseTime(text, zone, NOW)).toBe(iso);
});

test.each(['', '昨天', '2026-13-40', '2026-02-30 10:00', '12.90', '261118-123456789012345'])(
  '%j holds no time',
  (text) => {
    expect(parseTime(text, 'Asia/Shanghai', NOW)).toBeNull();
  },
);

test('an epoch in seconds or milliseconds is the same time', () => {
  expect(timeFromEpoch(1_795_000_000, 'Asia/Shanghai')).toBe(timeFromEpoch(1_795_000_000_000, 'Asia/Shanghai'));
  expect(timeFromEpoch(12, 'Asia/Shanghai')).toBeNull();
});

test('an instant reads back as itself in every zone', () => {
  for (const zone of ['Asia/Shanghai', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC']) {
    expect(Date.parse(isoInZone(NOW, zone))).toBe(NOW.getTime());
  }
});
