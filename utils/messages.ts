import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CaseView } from './cases/case-view.ts';
import type { ProductPicture } from './cases/product-pictures.ts';
import type { ClaimOnPage } from './claims/claim.ts';
import type { ClaimReading } from './claims/read-claim.ts';
import type { SiteRule } from './claims/taught/site-rule.ts';
import type { AddedPictures, HandedPicture } from './engine/add-listing-pictures.ts';

/** A picture that only the page can read (`blob:`, `data:`), sent along as bytes. */
export interface PictureFromPage {
  readonly url: string;
  readonly blob: Blob;
}

/** Every message of the extension: name → (data) → answer. Only ids and plain data travel; see docs/architecture.md. */
interface Messages {
  /** Content script: puts the panel's code into the sender's frame. */
  'panel.load'(): void;
  /** Content script: stores the claim and starts its analysis; a claim that is done is not run again unless `again`. */
  'case.analyse'(data: { claim: ClaimOnPage; fromPage: readonly PictureFromPage[]; again: boolean }): {
    caseId: string;
  };
  'case.cancel'(data: { caseId: string }): void;
  /** Content script: the stored case, or null; resumes a run that was interrupted. */
  'case.read'(data: { caseId: string }): CaseView | null;
  'case.review'(data: { pictureId: string; kind: string; word: 'confirmed' | 'wrong' | null }): void;
  /** The stored bytes of one picture; null when they are gone. */
  'picture.read'(data: { pictureId: string }): Blob | null;
  'history.open'(data: { caseId: string | null }): void;
  /** Content script: puts the teaching overlay's code into the sender's frame. */
  'teach.load'(): void;
  /** Content script: what was taught about the sender's own site. */
  'siteRules.read'(): SiteRule[];
  /** Content script: stores a rule of the sender's own site; answers which hosts the browser has not granted yet. */
  'siteRule.save'(data: { rule: SiteRule }): { missingHosts: string[] };
  /** Extension page → content script: what the page gives with a rule. */
  'siteRule.test'(data: { rule: SiteRule }): ClaimReading;
  /** Content script: keeps the seller's own pictures for the product of a claim and compares that claim with them. */
  'listing.add'(data: { claim: ClaimOnPage; files: readonly HandedPicture[] }): AddedPictures;
  /** Content script: the pictures kept for the product of a claim. */
  'listing.read'(data: { claim: ClaimOnPage }): ProductPicture[];
  'listing.remove'(data: { claim: ClaimOnPage; sha256: string }): void;
  /** Opens the list of taught sites, where permissions are given. */
  'taughtSites.open'(): void;
  /** To every extension page, and to the tab that shows the case. */
  'case.changed'(data: { caseId: string }): void;
  /** Service worker → offscreen page (Chrome only). */
  'engine.run'(data: { caseId: string }): void;
  'engine.cancel'(data: { caseId: string }): void;
  'engine.isRunning'(data: { caseId: string }): boolean;
}

export const { onMessage, sendMessage } = defineExtensionMessaging<Messages>();
