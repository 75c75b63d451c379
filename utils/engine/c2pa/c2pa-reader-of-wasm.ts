import type { WasmReader } from '@contentauth/c2pa-wasm';
import type { TrustList } from '../../cases/trust-list.ts';
import type { C2paReader, C2paReading } from '../../checks/c2pa-reader.ts';
import type { ImageType } from '../../image/sniff-image-type.ts';
import type { VideoType } from '../../image/sniff-video-type.ts';
import { reportOfStore } from './report-of-store.ts';

/** What the library calls the formats; null for those that carry no C2PA record or that nobody decodes. */
const FORMATS: Readonly<Record<ImageType | VideoType, string | null>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  heic: 'image/heic',
  avif: 'image/avif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/avi',
  webm: null,
  mkv: null,
  bmp: null,
  svg: null,
};
/** A record may be kept compressed (C2PA 2.2, 11.2.3); no real one comes near this. */
const MAX_DECOMPRESSED_MANIFEST_MB = 16;
/** Characters of the library's JSON; a record with hundreds of edit steps stays below a hundredth of it. */
const MAX_STORE_CHARACTERS = 16_000_000;

/**
 * A reader on the library's WebAssembly, once that is initialised.
 * @param library the class that the library exports
 * @param list the certificates in force; without any nobody is trusted
 */
export function c2paReaderOfWasm(
  library: Pick<typeof WasmReader, 'fromBytes'>,
  list: Pick<TrustList, 'pem' | 'certificates' | 'bundledDate' | 'importedAt'>,
): C2paReader {
  const settings = JSON.stringify({
    ...(list.pem === null ? {} : { trust: { trust_anchors: list.pem } }),
    verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
    // Identity assertions would have to be looked up on the web.
    core: {
      allowed_network_hosts: [],
      decode_identity_assertions: false,
      max_decompressed_manifest_size_in_mb: MAX_DECOMPRESSED_MANIFEST_MB,
    },
  });
  const { bundledDate, importedAt } = list;
  return {
    trustList: { certificateCount: list.certificates.length, bundledDate, importedAt },
    async read(bytes, type): Promise<C2paReading> {
      const format = FORMATS[type];
      if (format === null) return { status: 'unreadable', error: 'UnsupportedType' };
      let reader: WasmReader;
      try {
        reader = await library.fromBytes(format, bytes, settings);
      } catch (error) {
        // The library throws a text for what the file is to blame for, and an Error where it broke itself.
        if (typeof error === 'string') return { status: 'unreadable', error: nameOf(error) };
        throw error;
      }
      try {
        const json = reader.json();
        if (json.length > MAX_STORE_CHARACTERS) return { status: 'unreadable', error: 'TooLarge' };
        const report = reportOfStore(JSON.parse(json));
        return report ? { status: 'read', report } : { status: 'unreadable', error: 'NoActiveManifest' };
      } finally {
        reader.free();
      }
    },
  };
}

/** `C2pa(JumbfParseError(InvalidBoxHeader))` → `JumbfParseError`; the rest may quote the file. */
function nameOf(error: string): string {
  return /^C2pa\((\w{1,60})/.exec(error)?.[1] ?? 'Other';
}
