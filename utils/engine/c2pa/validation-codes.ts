import type { C2paManifest } from '../../checks/c2pa-reader.ts';

/** Validation codes by what they say, each once. */
export interface Codes {
  readonly success: ReadonlySet<string>;
  readonly informational: ReadonlySet<string>;
  readonly failure: ReadonlySet<string>;
}

/** Hard bindings: data hash, box hash, ISO media hash, and hashes over several files. */
const BINDING = /^assertion\.(?:dataHash|boxesHash|bmffHash|collectionHash)\.(\w+)$/;
/** The record itself was changed: the signed claim, or an assertion that it names by hash. */
const RECORD_CHANGED = ['claimSignature.mismatch', 'assertion.hashedURI.mismatch'];
const TRUSTED = 'signingCredential.trusted';
const UNTRUSTED = 'signingCredential.untrusted';
const NOT_TRUSTED = [UNTRUSTED, 'signingCredential.invalid', 'signingCredential.ocsp.revoked'];
const NOT_VALID = [
  'signingCredential.invalid',
  'signingCredential.revoked',
  'signingCredential.ocsp.revoked',
  'claimSignature.outsideValidity',
];

/** The codes of several lists of results together; a failure in one of them stays a failure. */
export function codesIn(...results: readonly unknown[]): Codes {
  const codes = { success: new Set<string>(), informational: new Set<string>(), failure: new Set<string>() };
  for (const result of results) {
    if (typeof result !== 'object' || result === null) continue;
    for (const kind of ['success', 'informational', 'failure'] as const) {
      const statuses = (result as Partial<Record<typeof kind, unknown>>)[kind];
      for (const status of Array.isArray(statuses) ? statuses : []) {
        if (typeof status?.code === 'string') codes[kind].add(status.code);
      }
    }
  }
  return codes;
}

/**
 * What was recorded about an ingredient with what was found different today. A failure of either stays one, but for a
 * signer whom the recording program did not know and today's trust list does.
 */
export function revisedCodes(recorded: Codes, today: Codes): Codes {
  const failure = new Set([...recorded.failure, ...today.failure]);
  if (today.success.has(TRUSTED) && !today.failure.has(UNTRUSTED)) failure.delete(UNTRUSTED);
  return {
    success: new Set([...recorded.success, ...today.success]),
    informational: new Set([...recorded.informational, ...today.informational]),
    failure,
  };
}

/** Whether the bytes of the file are those that were signed for. Source: C2PA 2.2, 15.12. */
export function bindingOf({ success, failure }: Codes): C2paManifest['binding'] {
  const wordsOf = (codes: ReadonlySet<string>) => [...codes].map((code) => BINDING.exec(code)?.[1]);
  if (wordsOf(failure).some((word) => word === 'mismatch' || word === 'unknownBox')) return 'broken';
  return wordsOf(success).includes('match') && !wordsOf(failure).some((word) => word !== undefined)
    ? 'intact'
    : 'unknown';
}

/** Whether the record is the one that was signed. Source: C2PA 2.2, 15.7 and 15.10. */
export function signatureOf({ success, failure }: Codes): C2paManifest['signature'] {
  if (RECORD_CHANGED.some((code) => failure.has(code))) return 'broken';
  return success.has('claimSignature.validated') ? 'valid' : 'unknown';
}

/** Whether the signer's certificate leads to one on the seller's list. Source: C2PA 2.2, 14.4. */
export function isTrusted({ success, failure }: Codes): boolean {
  return success.has(TRUSTED) && !NOT_TRUSTED.some((code) => failure.has(code));
}

/** Whether the certificate was valid when it signed. Source: C2PA 2.2, 15.8. */
export function certificateOf({ success, failure }: Codes): C2paManifest['certificateAtSigning'] {
  if (NOT_VALID.some((code) => failure.has(code))) return 'not-valid';
  // The library reports `insideValidity` beside `expired`: without a trusted time-stamp, today is all that is known.
  if (failure.has('signingCredential.expired')) return 'unknown';
  return success.has('claimSignature.insideValidity') ? 'valid' : 'unknown';
}
