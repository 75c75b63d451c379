import { browser } from 'wxt/browser';
import { historyDatabase } from '../../cases/database.ts';
import { readLanguage } from '../../text/language-setting.ts';
import { textIn } from '../../text/text.ts';
import type { EngineHost } from '../host.ts';
import { openHistory } from '../open-history.ts';
import { storeTakenAddress, storeTakenBytes } from './store-taken-picture.ts';
import { type PointedPicture, takePictureOfPage } from './take-picture-of-page.ts';

const MENU_ID = 'check-picture';

/** Puts the one entry into the menu that opens over a picture, in the seller's language. */
export async function offerPictureMenu(): Promise<void> {
  const title = textIn(await readLanguage()).t('app.checkPicture');
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ID,
    title,
    contexts: ['image'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  });
}

/** Has the picture checked that the seller chose in the menu, and shows the case, or says why it cannot. */
export async function checkPointedPicture(
  host: EngineHost,
  pointed: PointedPicture & { readonly pageUrl: string },
): Promise<void> {
  const taken = await takePictureOfPage(pointed);
  if ('problem' in taken) return openHistory({ newCheck: { problem: taken.problem.reason } });
  const database = await historyDatabase();
  const from = { url: pointed.url, pageUrl: pointed.pageUrl, now: new Date() };
  const caseId =
    'item' in taken
      ? await storeTakenAddress(database, taken.item, from)
      : await storeTakenBytes(database, taken.blob, from, taken.madeFrom);
  await host.run(caseId);
  await openHistory({ caseId });
}
