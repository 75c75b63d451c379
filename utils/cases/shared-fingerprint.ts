import type { Grade } from '../checks/verdict.ts';

/** One picture that another shop's findings were about: its fingerprint, the day and the kind, and nothing else. */
export interface SharedFingerprint {
  /** SHA-256 of the other shop's public key, 64 hex digits. */
  readonly sourceKey: string;
  /** As the other shop calls itself. */
  readonly shop: string;
  /** PDQ, 64 hex digits. */
  readonly pdq: string;
  readonly quality: number;
  /** Day of the finding, `2026-11-21`. */
  readonly on: string;
  /** Kind of the finding, for example `listing-altered`. */
  readonly kind: string;
  readonly grade: Grade;
  /** ISO 8601. */
  readonly importedAt: string;
}
