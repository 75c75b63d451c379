import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOfStore } from '../../../../utils/engine/c2pa/report-of-store.ts';

const status = (code: string) => ({ code, url: '', explanation: '' });

function storeOf(active: unknown, others: Readonly<Record<string, unknown>> = {}, failure: readonly string[] = []) {
  return {
    active_manifest: 'a',
    manifests: { a: active, ...others },
    validation_results: {
      activeManifest: {
        success: ['claimSignature.validated', 'claimSignature.insideValidity', 'assertion.dataHash.match'].map(status),
        failure: failure.map(status),
      },
    },
  };
}

const actionsOf = (...actions: unknown[]) => ({ assertions: [{ label: 'c2pa.actions', data: { actions } }] });

describe('reportOfStore', () => {
  it('reads agents of both versions, and source types of both vocabularies with stray blanks', () => {
    const data = {
      softwareAgents: [{ name: 'Third' }],
      actions: [
        {
          action: 'c2pa.created',
          softwareAgent: 'First',
          digitalSourceType: ' http://c2pa.org/digitalsourcetype/empty',
        },
        { action: 'c2pa.edited', softwareAgent: { name: 'Second' } },
        {
          action: 'c2pa.edited',
          softwareAgentIndex: 0,
          digitalSourceType: 'https://example.org/trainedAlgorithmicMedia',
        },
      ],
    };
    const [active] = reportOfStore(storeOf({ assertions: [{ label: 'c2pa.actions.v2', data }] }))?.manifests ?? [];
    expect(active?.actions).toEqual([
      { action: 'c2pa.created', sourceType: 'empty', agent: 'First', description: null },
      { action: 'c2pa.edited', sourceType: null, agent: 'Second', description: null },
      { action: 'c2pa.edited', sourceType: null, agent: 'Third', description: null },
    ]);
  });

  it('shortens names and takes out what would change the text around them', () => {
    const [active] =
      reportOfStore(storeOf({ claim_generator: `Evil\u202e\u0000\n${'x'.repeat(5000)}` }))?.manifests ?? [];
    expect(active?.generator).toMatch(/^Evil x+…$/);
    expect(active?.generator?.length).toBe(120);
  });

  it.each([
    ['assertion.dataHash.mismatch', { binding: 'broken', signature: 'valid' }],
    ['assertion.boxesHash.unknownBox', { binding: 'broken', signature: 'valid' }],
    ['assertion.bmffHash.malformed', { binding: 'unknown', signature: 'valid' }],
    ['claimSignature.mismatch', { signature: 'broken' }],
    ['assertion.hashedURI.mismatch', { signature: 'broken' }],
    ['signingCredential.expired', { binding: 'intact', signature: 'valid', certificateAtSigning: 'unknown' }],
    ['signingCredential.ocsp.revoked', { binding: 'intact', certificateAtSigning: 'not-valid' }],
    ['cawg.ica.signature_mismatch', { binding: 'intact', signature: 'valid', certificateAtSigning: 'valid' }],
    ['ingredient.manifest.missing', { binding: 'intact', signature: 'valid', certificateAtSigning: 'valid' }],
  ])('%s', (code, expected) => {
    expect(reportOfStore(storeOf({}, {}, [code]))?.manifests[0]).toMatchObject(expected);
  });

  it('tells each record once, also when records name one another in a circle', () => {
    const names = (label: string) => [{ active_manifest: label, relationship: 'parentOf', label: 'c2pa.ingredient' }];
    const store = storeOf({ ingredients: [...names('b'), ...names('b')] }, { b: { ingredients: names('a') } });
    expect(reportOfStore(store)?.manifests.map(({ role, namedBy }) => [role, namedBy])).toEqual([
      ['active', null],
      ['parent', 0],
    ]);
  });

  it('stops after two dozen records', () => {
    const labels = Array.from({ length: 500 }, (_, index) => `m${index}`);
    const ingredients = labels.map((label) => ({ active_manifest: label, relationship: 'componentOf', label }));
    const store = storeOf({ ingredients }, Object.fromEntries(labels.map((label) => [label, {}])));
    expect(reportOfStore(store)?.manifests.length).toBe(24);
  });

  it('takes assertions of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (data, active) => {
        expect(reportOfStore(storeOf({ assertions: [{ label: 'c2pa.actions', data }] }))).not.toBeNull();
        expect(reportOfStore(storeOf(actionsOf(data)))?.manifests.length).toBe(1);
        expect(() => reportOfStore(storeOf(active))).not.toThrow();
        expect(() => reportOfStore(data)).not.toThrow();
      }),
    );
  });
});
