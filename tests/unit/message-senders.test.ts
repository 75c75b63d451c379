import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isOwnAddress, mayTouchCase, originOfContentScript } from '../../utils/message-senders.ts';

const page = (url: string) => ({ id: fakeBrowser.runtime.id, url, tab: { id: 1 }, frameId: 0 });

it('lets a page of a taught site touch the cases of that site only', () => {
  const erp = page('https://erp.test:8443/aftersale/1');
  expect(mayTouchCase(erp, 'taught-erp.test-8443:SH1')).toBe(true);
  expect(mayTouchCase(erp, 'taught-other.test:SH1')).toBe(false);
  expect(mayTouchCase(erp, 'pinduoduo:1')).toBe(false);
});

it('lets a page of a seller center touch its own cases only', () => {
  const center = page('https://mms.pinduoduo.com/aftersales-ssr/detail?id=1');
  expect(mayTouchCase(center, 'pinduoduo:1')).toBe(true);
  expect(mayTouchCase(center, 'taught-mms.pinduoduo.com:1')).toBe(false);
});

it('takes no address of another site from a page', () => {
  const center = page('https://mms.pinduoduo.com/aftersales-ssr/detail?id=1');
  expect(isOwnAddress(center, 'https://mms.pinduoduo.com/aftersales/list')).toBe(true);
  for (const address of [
    ...['http://mms.pinduoduo.com/', 'https://mms.pinduoduo.com.a.test/', 'http://192.168.1.1/', 'javascript:0', ''],
    'https://mms.pinduoduo.com@a.test/',
  ])
    expect(isOwnAddress(center, address)).toBe(false);
  expect(isOwnAddress(page('about:blank'), 'about:blank')).toBe(false);
});

it('knows no site for pages without one, and for other extensions', () => {
  expect(originOfContentScript(page('about:blank'))).toBeNull();
  expect(originOfContentScript({ ...page('https://erp.test/'), id: 'another' })).toBeNull();
  expect(mayTouchCase(page('about:blank'), 'taught-:1')).toBe(false);
});
