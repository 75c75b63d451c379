// What stands first is on its way while the page's large part is read and evaluated.
import './first-readings.ts';
import { showNotLoaded } from './show-not-loaded.ts';

import('./history-view.tsx').catch((error: unknown) =>
  showNotLoaded(document.getElementById('root') ?? document.body, error),
);
