import type { PlatformRegion } from './platform.ts';

/** Zone and currency by the end of a host name, longest first; countries with several zones have their capital's or business centre's. */
const REGIONS: readonly (readonly [suffix: string, timeZone: string, currency: string])[] = [
  ['com.my', 'Asia/Kuala_Lumpur', 'MYR'],
  ['co.id', 'Asia/Jakarta', 'IDR'],
  ['co.th', 'Asia/Bangkok', 'THB'],
  ['com.ph', 'Asia/Manila', 'PHP'],
  ['com.br', 'America/Sao_Paulo', 'BRL'],
  ['com.mx', 'America/Mexico_City', 'MXN'],
  ['com.tw', 'Asia/Taipei', 'TWD'],
  ['co.uk', 'Europe/London', 'GBP'],
  ['co.jp', 'Asia/Tokyo', 'JPY'],
  ['com.au', 'Australia/Sydney', 'AUD'],
  ['com.sg', 'Asia/Singapore', 'SGD'],
  ['vn', 'Asia/Ho_Chi_Minh', 'VND'],
  ['sg', 'Asia/Singapore', 'SGD'],
  ['ph', 'Asia/Manila', 'PHP'],
  ['tw', 'Asia/Taipei', 'TWD'],
  ['cn', 'Asia/Shanghai', 'CNY'],
  ['de', 'Europe/Berlin', 'EUR'],
  ['fr', 'Europe/Paris', 'EUR'],
  ['it', 'Europe/Rome', 'EUR'],
  ['es', 'Europe/Madrid', 'EUR'],
  ['nl', 'Europe/Amsterdam', 'EUR'],
  ['ca', 'America/Toronto', 'CAD'],
  ['in', 'Asia/Kolkata', 'INR'],
];

/** The region of a seller center by its host name; null where the name says nothing. */
export function regionOfHost(hostname: string): PlatformRegion | null {
  const found = REGIONS.find(([suffix]) => hostname.endsWith(`.${suffix}`));
  return found ? { timeZone: found[1], currency: found[2] } : null;
}

/** The region of a country code, as in `seller-vn.tiktok.com`; null where it is not known. */
export function regionOfCountry(code: string): PlatformRegion | null {
  const suffixes: Readonly<Record<string, string>> = {
    my: 'com.my',
    id: 'co.id',
    th: 'co.th',
    br: 'com.br',
    mx: 'com.mx',
    uk: 'co.uk',
    gb: 'co.uk',
    jp: 'co.jp',
    au: 'com.au',
  };
  if (code === 'us') return { timeZone: 'America/Los_Angeles', currency: 'USD' };
  return regionOfHost(`.${suffixes[code] ?? code}`);
}
