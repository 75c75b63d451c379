import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { speak } from './loader/chosen-for-card.ts';

/** Runs before the loader where the seller has chosen this language, whatever the browser's is. */
export default defineUnlistedScript(() => speak('en'));
