import type { ImageType } from '../image/sniff-image-type.ts';
import type { VideoType } from '../image/sniff-video-type.ts';

/** One step that a signed record lists, as it is written there. */
export type C2paAction = {
  /** `c2pa.created`, `c2pa.edited` … */
  readonly action: string;
  /** Last part of an IPTC or C2PA digital source type address; null where none is given or the address is another. */
  readonly sourceType: string | null;
  readonly agent: string | null;
  readonly description: string | null;
};

/** What stands about one signed record (manifest) of the file. Texts are shortened and hold no control characters. */
export type C2paManifest = {
  /**
   * `active` is the record of this very file, `parent` the record of the file that it was made from (and so on back),
   * `component` the record of a picture that was put into it.
   */
  readonly role: 'active' | 'parent' | 'component';
  /** Place in the list of the record that names this one as an ingredient; null for the active one. */
  readonly namedBy: number | null;
  readonly generator: string | null;
  readonly signerName: string | null;
  readonly signerOrganisation: string | null;
  /** From the signature's time-stamp, ISO 8601; null without one. */
  readonly signedAt: string | null;
  /**
   * Whether the bytes are those that the record was signed for; `unknown` where it binds to none. For an ingredient this
   * is what the one who took it in recorded, as its file is not here.
   */
  readonly binding: 'intact' | 'broken' | 'unknown';
  /** `broken`: the record is not what was signed. `unknown`: it could not be checked. */
  readonly signature: 'valid' | 'broken' | 'unknown';
  readonly isSignerTrusted: boolean;
  /** `unknown`: expired by now, and no time-stamp shows that it was valid when it signed. */
  readonly certificateAtSigning: 'valid' | 'not-valid' | 'unknown';
  readonly actions: readonly C2paAction[];
  readonly ingredientCount: number;
};

/** Everything that is kept of a file's C2PA records: plain JSON of bounded size. */
export type C2paReport = {
  /** The active record first; never empty. */
  readonly manifests: readonly C2paManifest[];
  /** Validation codes of the active record (C2PA 2.2, 15.2), each once. */
  readonly codes: {
    readonly success: readonly string[];
    readonly informational: readonly string[];
    readonly failure: readonly string[];
  };
};

export type C2paReading =
  | { readonly status: 'read'; readonly report: C2paReport }
  /** Malformed, of an unknown kind, or beyond the limits; `error` is the library's name for it. */
  | { readonly status: 'unreadable'; readonly error: string };

/** The list that signers were looked up on, so that a stored answer tells by what it was judged. */
export type TrustListUsed = {
  readonly certificateCount: number;
  /** Date of the list that came with the extension, YYYY-MM-DD; null where none of it is in force. */
  readonly bundledDate: string | null;
  /** When the seller last added certificates, ISO 8601; null where none of those is in force. */
  readonly importedAt: string | null;
};

/** Reads and validates the C2PA record that is embedded in a file. It asks no network for anything. */
export interface C2paReader {
  readonly trustList: TrustListUsed;
  /**
   * @param bytes the whole file
   * @throws Error only when the reader itself breaks; everything that a file can cause is in the answer
   */
  read(bytes: Uint8Array, type: ImageType | VideoType): Promise<C2paReading>;
}
