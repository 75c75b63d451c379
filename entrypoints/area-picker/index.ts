import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendMessage } from '../../utils/messages.ts';
import { readLanguage } from '../../utils/text/language-setting.ts';
import { areaPickerTextIn } from './area-picker-text.ts';
import { pickArea } from './pick-area.ts';

/** One overlay a page: asked for again, it begins anew. */
const scope = globalThis as { refundLensAreaPicker?: AbortController };

export default defineUnlistedScript(() => {
  scope.refundLensAreaPicker?.abort();
  const picking = new AbortController();
  scope.refundLensAreaPicker = picking;
  void readLanguage()
    .then((language) => pickArea(document, areaPickerTextIn(language), picking.signal))
    .then((area) => {
      if (area) return sendMessage('area.chosen', area);
    });
});
