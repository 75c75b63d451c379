import type { XmpProperty } from '../../image/read-xmp.ts';
import type { PictureMetadata, PlacedText } from './picture-metadata.ts';

/** A statement of a file about where it comes from. */
export interface DeclaredSource {
  /** `generated` whole picture by AI; `edited` an AI editing feature was used. */
  readonly says: 'generated' | 'edited';
  readonly place: string;
  readonly value: string;
}

const IPTC_EXTENSION = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/';
/** The vocabulary's base, or its short name in codes; a bare term is seen as well. */
const SOURCE_TYPE_BASE = /^(https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/|digsrctype:)/i;
/**
 * The two terms of https://cv.iptc.org/newscodes/digitalsourcetype/ that say a trained model made or edited the picture.
 * All others are left alone, `algorithmicMedia`, `compositeSynthetic` and `algorithmicallyEnhanced` among them: none of
 * those says so.
 */
const SOURCE_TYPES: ReadonlyMap<string, DeclaredSource['says']> = new Map([
  ['trainedalgorithmicmedia', 'generated'],
  ['compositewithtrainedalgorithmicmedia', 'edited'],
]);
/** IPTC Photo Metadata Standard 2025.1. */
const AI_FIELDS = ['AISystemUsed', 'AISystemVersionUsed', 'AIPromptInformation', 'AIPromptWriterName'];
/** What people write into a field to say that there is nothing to write. */
const NOTHING_STATED =
  /^(|-+|n\/?a|none|nil|null|no|no ai( used)?|not (used|applicable)|false|0|无|没有|否|未使用(AI)?|不适用)\.?$/i;
const CREDITS: readonly (readonly [pattern: RegExp, says: DeclaredSource['says']])[] = [
  [/^made with google ai\.?$/i, 'generated'],
  [/^edited with google ai\.?$/i, 'edited'],
  [/^apple photos clean up$/i, 'edited'],
  [/^((made|created|generated) (with|by|in|using) )?(apple )?image playground\.?$/i, 'generated'],
];
/** Services that sign in a fixed text field. */
const SIGNATURES: readonly (readonly [field: RegExp, value: RegExp])[] = [
  [/^Make$/, /^Ideogram AI$/i],
  [/^Software$/i, /^reve\.com$/i],
  [/^Source$/, /^Luma AI$/i],
  [/^hf-job-id$/i, /\S/],
];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const GROK_SIGNATURE = /^Signature: [A-Za-z0-9+/]{64,}={0,2}$/;

/** IPTC source type and AI fields, credit lines, and the marks of services that sign in a text field. */
export function findDeclaredSources(metadata: PictureMetadata): DeclaredSource[] {
  const sources = [
    ...metadata.xmp.flatMap(({ place, properties }) =>
      properties.filter(({ within }) => within.length === 0).flatMap((property) => fromXmp(property, place)),
    ),
    ...metadata.iptc.flatMap(({ credit }) => fromCredit(credit, 'IPTC Credit')),
    ...metadata.texts.flatMap(fromSignature),
    ...fromGrokPair(metadata.texts),
  ];
  return sources.filter((source, index) => sources.findIndex((other) => other.value === source.value) === index);
}

/** The terms that the file declares, for the record, whatever they say. */
export function digitalSourceTypes(metadata: PictureMetadata): string[] {
  const terms = metadata.xmp.flatMap(({ properties }) =>
    properties.filter(isSourceType).map(({ value }) => sourceTypeTerm(value)),
  );
  return [...new Set(terms)];
}

function fromXmp(property: XmpProperty, packetPlace: string): DeclaredSource[] {
  const { namespace, name, value } = property;
  const place = `${packetPlace} ${name}`;
  if (isSourceType(property)) {
    const says = SOURCE_TYPES.get(sourceTypeTerm(value).toLowerCase());
    return says ? [{ says, place, value: sourceTypeTerm(value) }] : [];
  }
  if (namespace === IPTC_EXTENSION && AI_FIELDS.includes(name))
    return NOTHING_STATED.test(value.trim()) ? [] : [{ says: 'generated', place, value }];
  if (namespace === PHOTOSHOP && name === 'Credit') return fromCredit(value, place);
  return name === 'CreatorTool' && /^reve\.com$/i.test(value) ? [{ says: 'generated', place, value }] : [];
}

/** By namespace, since Midjourney calls the prefix `iptcExt`; a bare local name counts when the value is the vocabulary's. */
function isSourceType({ namespace, name, value }: XmpProperty): boolean {
  return name === 'DigitalSourceType' && (namespace === IPTC_EXTENSION || SOURCE_TYPE_BASE.test(value));
}

function sourceTypeTerm(value: string): string {
  return value.trim().replace(SOURCE_TYPE_BASE, '').replace(/\/$/, '');
}

function fromCredit(credit: string, place: string): DeclaredSource[] {
  const value = credit.trim();
  const says = CREDITS.find(([pattern]) => pattern.test(value))?.[1];
  return says ? [{ says, place, value }] : [];
}

function fromSignature({ source, field, place, text }: PlacedText): DeclaredSource[] {
  const isSigned = SIGNATURES.some(([name, value]) => name.test(field) && value.test(text.trim()));
  return isSigned && source !== 'app' ? [{ says: 'generated', place, value: text.trim() }] : [];
}

/** Grok: a signature in ImageDescription and a UUID in Artist; either alone is nothing. */
function fromGrokPair(texts: readonly PlacedText[]): DeclaredSource[] {
  const textOf = (field: string): string =>
    texts.find((placed) => placed.source === 'exif' && placed.field === field)?.text.trim() ?? '';
  const isPair = GROK_SIGNATURE.test(textOf('ImageDescription')) && UUID.test(textOf('Artist'));
  return isPair ? [{ says: 'generated', place: 'EXIF ImageDescription + Artist', value: 'xAI Grok' }] : [];
}
