import { defineContentScript } from 'wxt/utils/define-content-script';
import { PLATFORMS } from '../../utils/platforms/index.ts';

export default defineContentScript({
  matches: PLATFORMS.flatMap((platform) => [...platform.matches]),
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  main() {
    // The panel is mounted here.
  },
});
