import type { DecodedImage } from '../../image/decoded-image.ts';
import { inflateBounded } from '../../image/metadata-blocks/inflate-bounded.ts';
import { type GeneratorParameters, parametersOf } from './generator-parameters.ts';

/** Fifteen ASCII characters in the lowest bits say how the payload is written. */
const SIGNATURES = ['stealth_pnginfo', 'stealth_pngcomp', 'stealth_rgbinfo', 'stealth_rgbcomp'] as const;
const SIGNATURE_BYTES = 15;
/** After the signature: the payload's length in bits, 32-bit big-endian. */
const LENGTH_BYTES = 4;
const MAX_PAYLOAD_BYTES = 1024 * 1024;

/**
 * Generator parameters hidden in the lowest bits of the pixels, column by column: NovelAI and WebUI extensions write them
 * into alpha, or into red, green and blue in turn. Only a picture that was never reduced or re-encoded still has them.
 * Source: the published format of novelai-image-metadata, read from several independent implementations.
 */
export function findStealthParameters(pixels: DecodedImage | null): GeneratorParameters | null {
  if (!pixels || pixels.width !== pixels.sourceWidth || pixels.height !== pixels.sourceHeight) return null;
  for (const channels of [[3], [0, 1, 2]]) {
    const found = readPayload(pixels, channels);
    if (!found) continue;
    const place = `${channels.length === 1 ? 'alpha' : 'RGB'} LSB ${found.signature}`;
    const parameters = parametersOf({ source: 'text', field: found.signature, place, text: found.text });
    if (parameters) return parameters;
  }
  return null;
}

function readPayload(pixels: DecodedImage, channels: readonly number[]): { signature: string; text: string } | null {
  const header = readLowBits(pixels, channels, 0, SIGNATURE_BYTES + LENGTH_BYTES);
  const signature = String.fromCharCode(...header.subarray(0, SIGNATURE_BYTES));
  if (!SIGNATURES.some((known) => known === signature)) return null;
  const lengthBits = new DataView(header.buffer).getUint32(SIGNATURE_BYTES);
  const sizeBytes = Math.min(MAX_PAYLOAD_BYTES, Math.floor(lengthBits / 8));
  const payload = readLowBits(pixels, channels, SIGNATURE_BYTES + LENGTH_BYTES, sizeBytes);
  const inflated = signature.endsWith('comp') ? inflateBounded(payload, MAX_PAYLOAD_BYTES, 'gzip') : { bytes: payload };
  return 'bytes' in inflated ? { signature, text: new TextDecoder().decode(inflated.bytes) } : null;
}

/** Bits in column-major order, highest first; zeros beyond the picture. */
function readLowBits(
  pixels: DecodedImage,
  channels: readonly number[],
  skipBytes: number,
  sizeBytes: number,
): Uint8Array {
  const { width, height, rgba } = pixels;
  const bytes = new Uint8Array(sizeBytes);
  const capacityBits = width * height * channels.length;
  for (let bit = 0; bit < sizeBytes * 8; bit++) {
    const index = skipBytes * 8 + bit;
    if (index >= capacityBits) break;
    const pixel = Math.floor(index / channels.length);
    const at =
      ((pixel % height) * width + Math.floor(pixel / height)) * 4 + (channels[index % channels.length] as number);
    if ((rgba[at] as number) & 1) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (0x80 >> (bit & 7));
  }
  return bytes;
}
