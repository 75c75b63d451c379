/** Under what the seller's blurred places of the screenshot stand among those of the pictures. */
export const PAGE_SHOT_ID = 'page-shot';
