import type { Finding } from '../check.ts';
import type { Grade } from '../verdict.ts';
import { estimateKlingTime } from './kling-time.ts';
import { parseProviderCode } from './provider-code.ts';
import { PROVIDER_NAMES_AS_OF, providerName } from './provider-names.ts';
import { shownText } from './shown-text.ts';
import type { Tc260Label } from './tc260-label.ts';
import type { PlacedLabel } from './tc260-places.ts';

/** GB 45438-2025, Appendix E: 1 is, 2 may be, 3 is suspected to be generated. */
const KIND_BY_LABEL: ReadonlyMap<string, readonly [kind: string, grade: Grade]> = new Map([
  ['1', ['tc260-label', 'strong']],
  ['2', ['tc260-label-possible', 'clue']],
  ['3', ['tc260-label-possible', 'clue']],
]);
/** A label that denies generation, as some writers do outside the standard, is no mark. */
const DENIALS = ['0', 'false', 'no'];
const OTHER_LABEL: readonly [kind: string, grade: Grade] = ['tc260-label-other', 'clue'];
const MISSING = '—';
/** A provider code has 27; longer ones are shown cut. */
const MAX_CODE_CHARACTERS = 40;

/**
 * Findings for the labels of a file: one per distinct statement, its provider where the table does not name it, and the
 * time that Kling's id carries. A label at a place that no format defines is a `planted-mark`.
 */
export function tc260Findings(labels: readonly PlacedLabel[]): Finding[] {
  const findings = labels.flatMap(({ label, place, isDefinedPlace }) =>
    isDefinedPlace ? definedFindings(label, place) : [planted(place)],
  );
  return findings.filter((finding, index) => findings.findIndex((other) => isSame(other, finding)) === index);
}

function definedFindings(label: Tc260Label, place: string): Finding[] {
  const value = labelNumber(label.label);
  if (DENIALS.includes(value.toLowerCase())) return [];
  const [kind, grade] = KIND_BY_LABEL.get(value) ?? OTHER_LABEL;
  const code = label.contentProducer || label.contentPropagator;
  const findings: Finding[] = [
    {
      check: 'metadata',
      kind,
      grade,
      params: {
        label: shownText(value) || MISSING,
        place,
        code: shownText(code, MAX_CODE_CHARACTERS) || MISSING,
        provider: providerName(code) ?? '',
        signer: signerOf(code),
        contentId: shownText(label.produceId || label.propagateId, 96) || MISSING,
      },
    },
  ];
  const { uscc, isUsccValid } = parseProviderCode(code) ?? { uscc: '', isUsccValid: false };
  if (isUsccValid && providerName(code) === null) {
    findings.push(
      note('tc260-provider-unknown', { uscc, code: shownText(code, MAX_CODE_CHARACTERS), asOf: PROVIDER_NAMES_AS_OF }),
    );
  }
  const producedAt = estimateKlingTime(label.contentProducer, label.produceId);
  if (producedAt) findings.push(note('kling-time', { producedAt, contentId: shownText(label.produceId, 96) }));
  return findings;
}

/** The code with the name it stands for, where it is known. */
function signerOf(code: string): string {
  const name = providerName(code);
  const shown = shownText(code, MAX_CODE_CHARACTERS) || MISSING;
  return name ? `${shown} (${name})` : shown;
}

/** `1`, `01`, `1.0` and full-width digits are the same number; anything else stays as written. */
function labelNumber(label: string): string {
  const plain = label.normalize('NFKC').trim();
  return /^\d{1,3}(\.0+)?$/.test(plain) ? String(Number(plain)) : plain;
}

function planted(place: string): Finding {
  return note('planted-mark', { mark: 'TC260:AIGC', place });
}

function note(kind: string, params: Finding['params']): Finding {
  return { check: 'metadata', kind, grade: 'note', params };
}

/** The same statement at two places (PNG text and XMP) is one finding, at the first place. */
function isSame(left: Finding, right: Finding): boolean {
  const statement = ({ kind, params }: Finding): string => JSON.stringify([kind, { ...params, place: null }]);
  return statement(left) === statement(right);
}
