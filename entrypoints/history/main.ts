// What stands first is on its way while the page's large part is read and evaluated.
import './first-readings.ts';

void import('./history-view.tsx');
