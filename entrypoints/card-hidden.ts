import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hideCard } from './loader/chosen-for-card.ts';

/** Runs before the loader on sites where the seller wants nothing to show by itself; other sites pay nothing for it. */
export default defineUnlistedScript(() => hideCard());
