import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { standLeft } from './loader/chosen-for-card.ts';

/** Runs before the loader where the seller has the panel on the left: cheaper for a page than asking for the setting. */
export default defineUnlistedScript(() => standLeft());
