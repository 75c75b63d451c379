// One page for every address: the path decides what is shown, and going on never reloads.
import { showDetail } from './detail-page.js';
import { createShell } from './layout.js';
import { showList } from './list-page.js';

const shell = createShell({ navigate });
document.getElementById('root').append(shell.node);

function navigate(path) {
  history.pushState(null, '', path);
  route();
}

/** What was there stays on the screen until the new data has come, as on the real pages. */
function route() {
  const { pathname, searchParams } = new URL(location.href);
  if (pathname === '/aftersales-ssr/detail') {
    shell.setCrumbs(['售后管理', '售后工作台', '售后详情']);
    return showDetail(shell.content, searchParams.get('id'), { navigate });
  }
  shell.setCrumbs(['售后管理', '售后工作台']);
  return showList(shell.content, { navigate });
}

addEventListener('popstate', route);
route();
