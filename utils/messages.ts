import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PictureProblem } from './cases/case.ts';
import type { HandlingChange } from './cases/case-handling.ts';
import type { CaseView } from './cases/case-view.ts';
import type { ClaimOnPage } from './claims/claim.ts';

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
  /** How the claim ended for the seller, or notes on it. */
  'case.handle'(data: { caseId: string; change: HandlingChange }): void;
  /** The stored bytes of one picture; null when they are gone. */
  'picture.read'(data: { pictureId: string }): Blob | null;
  'history.open'(data: { caseId: string | null }): void;
  /** To every extension page, and to the tab that shows the case; with the problem where it could not be stored. */
  'case.changed'(data: { caseId: string; problem?: PictureProblem }): void;
  /** Service worker → offscreen page (Chrome only). */
  'engine.run'(data: { caseId: string }): void;
  'engine.cancel'(data: { caseId: string }): void;
  'engine.isRunning'(data: { caseId: string }): boolean;
}

export const { onMessage, sendMessage } = defineExtensionMessaging<Messages>();
