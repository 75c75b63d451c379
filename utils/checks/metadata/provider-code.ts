/** The parts of a provider code (ContentProducer, ContentPropagator). */
export interface ProviderCode {
  /** Unified social credit code of the organisation that signs, upper case. */
  readonly uscc: string;
  /** The credit code's check digit is right. */
  readonly isUsccValid: boolean;
  /** What the provider does: generates content, spreads it, or a digit that the guide does not give. */
  readonly service: 'generation' | 'propagation' | 'unknown';
  /** Model or app, chosen by the provider; empty where it was not written. */
  readonly modelCode: string;
}

/** Format 00, organisation, unified social credit code; then what real files have after it, from nothing to five. */
const ORGANISATION_CODE = /^0011([0-9A-Z]{18})([0-9A-Za-z]{0,8})$/i;
const UNWRITTEN_MODEL = /^0*$/;
/** GB 32100-2015: 0-9 and A-Z without I, O, S, V, Z. */
const USCC_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Takes a provider code of an organisation apart; null for plain names, individuals and anything else.
 * Source: TC260-PG-20252A: `00`, subject type, binding, 18 characters of credit code, service, 4 characters of model.
 */
export function parseProviderCode(code: string): ProviderCode | null {
  const match = ORGANISATION_CODE.exec(code.trim());
  if (!match) return null;
  const uscc = (match[1] as string).toUpperCase();
  const extension = match[2] as string;
  const service = extension[0] === '1' ? 'generation' : extension[0] === '2' ? 'propagation' : 'unknown';
  const model = extension.slice(1);
  return { uscc, isUsccValid: isUsccValid(uscc), service, modelCode: UNWRITTEN_MODEL.test(model) ? '' : model };
}

/** Whether the 18th character is the check digit of the 17 before it (GB 32100-2015, 5). */
export function isUsccValid(uscc: string): boolean {
  const values = Array.from(uscc, (character) => USCC_CHARACTERS.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] as number), 0);
  return (31 - (sum % 31)) % 31 === values[17];
}
