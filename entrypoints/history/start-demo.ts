import { browser } from 'wxt/browser';
import { historyDatabase } from '../../utils/cases/database.ts';
import { type DemoPictures, storeDemoCheck } from '../../utils/engine/capture/store-demo-check.ts';
import { sendMessage } from '../../utils/messages.ts';

const FOLDER = '/first-steps';

/** Addresses of the demo's two pictures. */
export const demoPictures = {
  listing: browser.runtime.getURL(`${FOLDER}/listing.webp`),
  altered: browser.runtime.getURL(`${FOLDER}/altered.webp`),
} as const;

/**
 * Has the demo's pictures checked as a seller's own would be.
 * @param title what the history calls it
 * @returns the id of its case
 */
export async function startDemo(title: string): Promise<string> {
  const caseId = await storeDemoCheck(await historyDatabase(), readDemoPictures, { title, now: new Date() });
  await sendMessage('case.run', { caseId });
  return caseId;
}

async function readDemoPictures(): Promise<DemoPictures> {
  const read = async (address: string): Promise<File> => {
    const blob = await (await fetch(address)).blob();
    return new File([blob], address.slice(address.lastIndexOf('/') + 1), { type: 'image/webp' });
  };
  return { listing: await read(demoPictures.listing), altered: await read(demoPictures.altered) };
}
