import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runVerifier } from '../utils/evidence/verify/run-verifier.ts';

/** Not run by the extension: its built text goes into the `verify.html` of every evidence pack. */
export default defineUnlistedScript(() => runVerifier(document));
