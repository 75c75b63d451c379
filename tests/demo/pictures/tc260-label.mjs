// The implicit label of GB 45438-2025, Appendix E, in an XMP packet of a PNG, as TC260-PG-20259A places it.
import { crc32 } from 'node:zlib';

const SIGNATURE_AND_IHDR_BYTES = 8 + 25;
const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** The provider code that Doubao's own files carry; its check digit holds (GB 32100). */
export const DOUBAO_PROVIDER_CODE = '001191110102MACQD9K64010000';

/**
 * Puts a TC260 label into a PNG, as an uncompressed iTXt chunk right after IHDR.
 * @param {Buffer} png
 * @param {{ providerCode: string, contentId: string }} label
 * @returns {Buffer}
 */
export function labelAsGenerated(png, label) {
  // Keyword, no compression, no language, no translated keyword: PNG specification, 11.3.3.4.
  const text = Buffer.concat([
    Buffer.from(`${XMP_KEYWORD}\0\0\0\0\0`, 'latin1'),
    Buffer.from(labelPacket(label), 'utf8'),
  ]);
  const start = png.subarray(0, SIGNATURE_AND_IHDR_BYTES);
  return Buffer.concat([start, pngChunk('iTXt', text), png.subarray(SIGNATURE_AND_IHDR_BYTES)]);
}

/**
 * The XMP packet that holds a label, for files of any format.
 * @param {{ providerCode: string, contentId: string }} label
 * @returns {string}
 */
export function labelPacket({ providerCode, contentId }) {
  const label = {
    Label: '1',
    ContentProducer: providerCode,
    ProduceID: contentId,
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?><?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"??>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>',
    JSON.stringify(label).replaceAll('"', '&quot;'),
    '</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
}

/** A PNG chunk: length, type, data, CRC over type and data. */
export function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
