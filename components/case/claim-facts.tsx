import type { ClaimField, ClaimOnPage } from '../../utils/claims/claim.ts';
import { claimFieldNames, claimFieldText } from '../../utils/text/claim-field-text.ts';
import { useShownName } from '../controls/names-context.ts';
import { useText } from '../controls/text-context.ts';
import { CopySkeleton } from './copy-skeleton.tsx';

/** Longest text of the page that is repeated. */
const MAX_FACT_CHARACTERS = 80;
/** What tells one claim from another at a glance; the rest is behind a fold in the panel. */
const FIRST_FACTS: readonly ClaimField[] = ['orderId', 'amount', 'claimType', 'reason'];
const MORE_FACTS: readonly ClaimField[] = [
  'claimId',
  'buyer',
  'description',
  'status',
  'orderTime',
  'dispatchTime',
  'deliveryTime',
  'applyTime',
  'deadline',
  'forwardTracking',
  'returnTracking',
];

interface ClaimFactsProps {
  readonly claim: ClaimOnPage;
  /** How much stands in the open: everything, what tells claims apart, or that on one line; the rest is in a fold. */
  readonly extent: 'whole' | 'short' | 'line';
  /** Offered where something is missing and the page is at hand. */
  readonly onCopySkeleton?: (() => Promise<void>) | undefined;
  /** Listing pictures that the seller added by hand, which the page does not have. */
  readonly addedListingCount?: number;
  /** Of the pictures that are stored, for a claim that no page lists them of. */
  readonly stored?: { readonly pictures: number; readonly videos: number; readonly listing: number };
}

/** What the page says about the claim, and what was not found on it. */
export function ClaimFacts({ claim, extent, onCopySkeleton, stored, addedListingCount = 0 }: ClaimFactsProps) {
  const text = useText();
  const shownCount = claim.evidence.filter(({ kind }) => kind === 'image').length;
  const videoCount = stored?.videos ?? claim.evidence.length - shownCount;
  const pictureCount = stored?.pictures ?? shownCount;
  const listingCount = stored?.listing ?? claim.product.listingImages.length + addedListingCount;
  const counts = [
    ...(pictureCount > 0 || videoCount === 0 ? [text.t('panel.pictureCount', { count: pictureCount })] : []),
    ...(listingCount > 0 ? [text.t('panel.listingCount', { count: listingCount })] : []),
    ...(videoCount > 0 ? [text.t('panel.videoCount', { count: videoCount })] : []),
  ];
  const product = claimFieldText(claim, 'product', text, MAX_FACT_CHARACTERS);
  return (
    <div className="claim-facts" data-extent={extent}>
      {product && <p className="claim-product">{product}</p>}
      <FactList claim={claim} fields={extent === 'whole' ? [...FIRST_FACTS, ...MORE_FACTS] : FIRST_FACTS} />
      <p className="claim-counts">{counts.join(' · ')}</p>
      {pictureCount + videoCount === 0 && <p className="claim-warning">{text.t('panel.noEvidence')}</p>}
      {pictureCount > 0 && listingCount === 0 && <p className="claim-warning">{text.t('panel.noListing')}</p>}
      {extent !== 'whole' && (
        <details className="fold">
          <summary>{text.t('panel.moreFacts')}</summary>
          <FactList claim={claim} fields={MORE_FACTS} />
          <Missing claim={claim} onCopySkeleton={onCopySkeleton} />
        </details>
      )}
      {extent === 'whole' && <Missing claim={claim} onCopySkeleton={onCopySkeleton} />}
    </div>
  );
}

function FactList({ claim, fields }: { readonly claim: ClaimOnPage; readonly fields: readonly ClaimField[] }) {
  const text = useText();
  const shownName = useShownName();
  const facts = fields.flatMap((field) => {
    const shown = field === 'buyer' && claim.buyerName ? { ...claim, buyerName: shownName(claim.buyerName) } : claim;
    const value = claimFieldText(shown, field, text, MAX_FACT_CHARACTERS);
    return value ? [{ field, value }] : [];
  });
  return (
    <dl className="facts">
      {facts.map(({ field, value }) => (
        <div key={field}>
          <dt>{text.t(`claimField.${field}`)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Missing({ claim, onCopySkeleton }: Pick<ClaimFactsProps, 'claim' | 'onCopySkeleton'>) {
  const text = useText();
  if (claim.missing.length === 0) return null;
  const fields = claimFieldNames(claim.missing, text);
  return (
    <>
      <p className="muted">{text.t('panel.missing', { fields })}</p>
      {onCopySkeleton && <CopySkeleton onCopySkeleton={onCopySkeleton} />}
    </>
  );
}
