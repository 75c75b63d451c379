/**
 * The platform of a claim that the seller put together by hand: no page stands behind it, and its order number is what
 * the seller typed, or empty.
 */
export const MANUAL_PLATFORM = 'manual';
