// The rows that stand first are on their way while the page's large part is read and evaluated.
import './first-rows.ts';

void import('./history-view.tsx');
