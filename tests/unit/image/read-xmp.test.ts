import { describe, expect, it } from 'vitest';
import { readXmp } from '../../../utils/image/read-xmp.ts';
import { utf8 } from '../../fixtures/files/bytes.ts';
import { IPTC_NAMESPACE, makeXmp } from '../../fixtures/files/make-xmp.ts';

describe('readXmp', () => {
  it('reads attributes, elements, lists and resources by namespace, whatever the prefix', () => {
    const { properties, isWellFormed } = readXmp(
      makeXmp(
        `xmlns:odd="${IPTC_NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/" odd:AISystemUsed="X"`,
        '<odd:DigitalSourceType rdf:resource="urn:a"/><dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>',
      ),
    );
    expect(isWellFormed).toBe(true);
    expect(properties).toEqual([
      { namespace: IPTC_NAMESPACE, name: 'AISystemUsed', prefix: 'odd', within: [], value: 'X' },
      { namespace: IPTC_NAMESPACE, name: 'DigitalSourceType', prefix: 'odd', within: [], value: 'urn:a' },
      { namespace: 'http://purl.org/dc/elements/1.1/', name: 'title', prefix: 'dc', within: [], value: 'T' },
    ]);
  });

  it('says what a nested property lies in', () => {
    const { properties } = readXmp(
      makeXmp('xmlns:a="urn:a"', '<a:outer rdf:parseType="Resource"><a:inner>1</a:inner></a:outer>'),
    );
    expect(properties).toMatchObject([{ name: 'inner', within: ['outer'], value: '1' }]);
  });

  it('expands no entities of the document', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
    const packet = utf8(bomb + new TextDecoder().decode(makeXmp('xmlns:a="urn:a"', '<a:p>&b;</a:p>')));
    expect(readXmp(packet).properties).toMatchObject([{ name: 'p', value: '&b;' }]);
  });

  it('stops at its limits', () => {
    const deep = readXmp(makeXmp('xmlns:a="urn:a"', '<a:p>'.repeat(5000)));
    const wide = readXmp(makeXmp('xmlns:a="urn:a"', '<a:p>1</a:p>'.repeat(50_000)));
    expect(deep.isWellFormed).toBe(false);
    expect(wide.properties.length).toBeLessThan(20_000);
  });

  it('gives up on a packet that is all errors, and keeps what stood before them', () => {
    const { properties, isWellFormed } = readXmp(makeXmp('xmlns:a="urn:a"', `<a:p>1</a:p>${'<a '.repeat(1_000_000)}`));
    expect(isWellFormed).toBe(false);
    expect(properties).toMatchObject([{ name: 'p', value: '1' }]);
  });

  it('reads UTF-16', () => {
    const source = new TextDecoder().decode(makeXmp('xmlns:a="urn:a"', '<a:p>中</a:p>'));
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${source}`, (character) => character.charCodeAt(0)).buffer);
    expect(readXmp(utf16).properties).toMatchObject([{ name: 'p', value: '中' }]);
  });
});
