import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { decodeXmpPacket } from './decode-text.ts';

/** A property of an XMP packet. Prefixes are the writer's own choice, so properties are told by namespace and name. */
export interface XmpProperty {
  readonly namespace: string;
  readonly name: string;
  readonly prefix: string;
  /** Names of the properties that it lies in, outermost first; empty for a property of the picture itself. */
  readonly within: readonly string[];
  readonly value: string;
}

export interface Xmp {
  readonly properties: readonly XmpProperty[];
  /** The packet as text, for a label whose XML is broken. */
  readonly text: string;
  readonly isWellFormed: boolean;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const ADOBE_META = 'adobe:ns:meta/';
/** Characters parsed between looks at the limits. */
const SLICE_CHARS = 4_096;
/** Lightroom's develop settings come to several hundred. */
const MAX_PROPERTIES = 5_000;
const MAX_DEPTH = 64;
/** A broken packet has a few; each costs an error object. */
const MAX_ERRORS = 200;

interface OpenElement {
  readonly namespace: string;
  readonly name: string;
  readonly prefix: string;
  /** Syntax of RDF and XMP around the properties, not a property. */
  readonly isSyntax: boolean;
  text: string;
}

/**
 * Reads an XMP packet as RDF properties, from elements and from attributes (XMP specification part 1, 7). A document type
 * with entities is not expanded: saxes defines none. Broken XML gives what was read before and around the break.
 */
export function readXmp(packet: Uint8Array): Xmp {
  const decoded = decodeXmpPacket(packet);
  // Some writers copy JPEG's header, or a name, into the packet of another format.
  const text = decoded.slice(Math.max(0, decoded.indexOf('<')));
  const properties: XmpProperty[] = [];
  const open: OpenElement[] = [];
  let errors = 0;
  let isWithinLimits = true;

  const add = (element: Pick<XmpProperty, 'namespace' | 'name' | 'prefix'>, value: string): void => {
    const within = open.filter((ancestor) => !ancestor.isSyntax).map(({ name }) => name);
    properties.push({ namespace: element.namespace, name: element.name, prefix: element.prefix, within, value });
    if (properties.length >= MAX_PROPERTIES) isWithinLimits = false;
  };

  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    errors++;
    if (errors > MAX_ERRORS) isWithinLimits = false;
  });
  parser.on('opentag', (tag) => {
    const isSyntax = tag.uri === RDF || tag.uri === ADOBE_META;
    open.push({ namespace: tag.uri, name: tag.local, prefix: tag.prefix, isSyntax, text: '' });
    if (open.length > MAX_DEPTH) isWithinLimits = false;
    if (!isWithinLimits) return;
    for (const attribute of Object.values(tag.attributes)) addAttribute(attribute);
  });
  parser.on('text', (chunk) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += chunk;
  });
  parser.on('cdata', (chunk) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += chunk;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed || !isWithinLimits) return;
    const value = closed.text.trim();
    if (!closed.isSyntax && value !== '') add(closed, value);
    // The items of a list (rdf:li) and the value of a qualified property (rdf:value) are values of the property around.
    if (closed.isSyntax && value !== '') addToOwner(value);
  });

  function addAttribute(attribute: SaxesAttributeNS): void {
    if (attribute.uri === XMLNS || attribute.uri === XML) return;
    if (attribute.uri === RDF) {
      if (attribute.local === 'resource') addToOwner(attribute.value);
      return;
    }
    if (attribute.uri === '' && attribute.prefix === '') return;
    add({ namespace: attribute.uri, name: attribute.local, prefix: attribute.prefix }, attribute.value);
  }

  function addToOwner(value: string): void {
    const index = open.findLastIndex((element) => !element.isSyntax);
    const owner = open[index];
    if (!owner) return;
    const within = open.slice(0, index).filter((ancestor) => !ancestor.isSyntax);
    properties.push({
      namespace: owner.namespace,
      name: owner.name,
      prefix: owner.prefix,
      within: within.map(({ name }) => name),
      value,
    });
    if (properties.length >= MAX_PROPERTIES) isWithinLimits = false;
  }

  for (let start = 0; start < text.length && isWithinLimits; start += SLICE_CHARS) {
    parser.write(text.slice(start, start + SLICE_CHARS));
  }
  return { properties, text, isWellFormed: errors === 0 && isWithinLimits && open.length === 0 };
}
