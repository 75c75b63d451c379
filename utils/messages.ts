import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PictureProblem } from './cases/case.ts';
import type { HandlingChange } from './cases/case-handling.ts';
import type { CaseView } from './cases/case-view.ts';
import type { AddedFiles, SentFile } from './cases/handed-file.ts';
import type { ProductPicture } from './cases/product-pictures.ts';
import type { ClaimOnPage } from './claims/claim.ts';
import type { QueuedClaim } from './claims/claim-queue.ts';

/** A rectangle of a page, in CSS pixels from the top left of what is visible. */
export interface ScreenArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Width of the page's viewport in CSS pixels, scroll bar included, which tells the size of a pixel on the screen. */
  readonly viewportWidth: number;
}

import type { SiteRule } from './claims/taught/site-rule.ts';

/** A picture that only the page can read (`blob:`, `data:`), sent along as bytes. */
export interface PictureFromPage {
  readonly url: string;
  readonly blob: Blob;
}

/** Every message of the extension: name → (data) → answer. Only ids and plain data travel; see docs/architecture.md. */
interface Messages {
  /** Loader: puts the reader of pages into the sender's frame. */
  'reader.load'(): void;
  /** Content script: the page takes away what is shown on it, again and again. */
  'panel.takenAway'(): void;
  /** Content script: the page hides, bends or covers the panel. */
  'panel.outOfSight'(): void;
  /** Content script: puts the panel's code into the sender's frame. */
  'panel.load'(): void;
  /** Content script: the seller looks at the card of a claim, so that an analysis is likely to be asked for. */
  'case.expected'(data: { caseId: string }): void;
  /** Content script: stores the claim and starts its analysis; a claim that is done is not run again unless `again`. */
  'case.analyse'(data: { claim: ClaimOnPage; fromPage: readonly PictureFromPage[]; again: boolean }): {
    caseId: string;
  };
  /** Content script: takes the screenshot of the page of a claim whose analysis was asked for. */
  'page.capture'(data: { caseId: string }): void;
  /** To the frame that asked for a screenshot: it is taken, or none will be. */
  'page.captured'(): void;
  /** Own pages: goes on with a case that is stored. */
  'case.run'(data: { caseId: string }): void;
  /** List page: checks these claims one after the other, and shows how far it is; false where none could be taken. */
  'queue.start'(data: { platform: string; pageUrl: string; claims: readonly QueuedClaim[] }): boolean;
  /** List page: which of these claims have a finished result. */
  'cases.checked'(data: { platform: string; claimIds: readonly string[] }): string[];
  /** Own pages: what the seller does to the queue. */
  'queue.change'(data: { to: 'paused' | 'running' | 'cancelled' }): void;
  /** Page of a claim: whether the queue has opened this tab and waits for this claim. */
  'queue.wants'(data: { claimId: string; orderId: string }): boolean;
  /** Page of a claim: it shows none. */
  'queue.notReady'(): void;
  'case.cancel'(data: { caseId: string }): void;
  /** Content script: the stored case, or null; resumes a run that was interrupted. */
  'case.read'(data: { caseId: string }): CaseView | null;
  'case.review'(data: { pictureId: string; kind: string; word: 'confirmed' | 'wrong' | null }): void;
  /** How the claim ended for the seller, or notes on it. */
  'case.handle'(data: { caseId: string; change: HandlingChange }): void;
  /** The stored bytes of one picture; null when they are gone. */
  'picture.read'(data: { pictureId: string }): Blob | null;
  /** Popup: lays the overlay for marking a part of the screen over the tab that is looked at; false where it cannot. */
  'area.offer'(): boolean;
  /** Overlay: the part that the seller has marked. */
  'area.chosen'(data: ScreenArea): void;
  /** Runs one check that the seller asks for on one picture; answers when its result is stored or it was cancelled. */
  'picture.check'(data: { pictureId: string; check: string }): void;
  'picture.cancelCheck'(data: { pictureId: string; check: string }): void;
  'history.open'(data: { caseId: string | null }): void;
  /** Popup: opens the form of a check without a page. */
  'newCheck.open'(): void;
  /** Content script: puts the teaching overlay's code into the sender's frame. */
  'teach.load'(): void;
  /** Content script: what was taught about the sender's own site. */
  'siteRules.read'(): SiteRule[];
  /** Content script: stores a rule of the sender's own site; answers which hosts the browser has not granted yet. */
  'siteRule.save'(data: { rule: SiteRule }): { missingHosts: string[] };
  /** Adds files to the evidence of a case and has them checked; null where there is no such case. */
  'case.addEvidence'(data: { caseId: string; files: readonly SentFile[] }): AddedFiles | null;
  /** Content script: keeps the seller's own pictures for the product of a claim and compares that claim with them. */
  'listing.add'(data: { claim: ClaimOnPage; files: readonly SentFile[] }): AddedFiles;
  /** Content script: the pictures kept for the product of a claim. */
  'listing.read'(data: { claim: ClaimOnPage }): ProductPicture[];
  'listing.remove'(data: { claim: ClaimOnPage; sha256: string }): void;
  /** Opens the list of taught sites, where permissions are given. */
  'taughtSites.open'(): void;
  /** To every extension page, and to the tab that shows the case; with the problem where it could not be stored. */
  'case.changed'(data: { caseId: string; problem?: PictureProblem }): void;
  /** Service worker → offscreen page (Chrome only). */
  'engine.warm'(): void;
  'engine.run'(data: { caseId: string }): void;
  'engine.cancel'(data: { caseId: string }): void;
  'engine.isRunning'(data: { caseId: string }): boolean;
  'engine.checkPicture'(data: { pictureId: string; check: string }): void;
  'engine.cancelCheck'(data: { pictureId: string; check: string }): void;
}

export const { onMessage, sendMessage } = defineExtensionMessaging<Messages>();
