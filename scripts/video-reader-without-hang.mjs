const FILE = /[\\/]mediabunny[\\/].*[\\/]matroska[\\/]ebml\.js$/;
const SCAN_OF_SHORT_REST = 'if (slice.length < MAX_VAR_INT_SIZE)';
const ENDS_ON_SHORT_REST = 'if (slice.length <= MAX_VAR_INT_SIZE)';

/**
 * Mediabunny 1.61 looks for the next element of a damaged WebM or Matroska file in steps that leave eight bytes, and of just
 * eight bytes left it looks at none, without end. This ends that search; found by `npm run fuzz`, mutation 4-8984.
 * @returns {import('vite').Plugin}
 */
export function videoReaderWithoutHang() {
  return {
    name: 'video-reader-without-hang',
    transform(code, id) {
      return FILE.test(id.split('?')[0]) ? { code: mended(code), map: null } : null;
    },
  };
}

/**
 * @param {string} code of the library's `matroska/ebml.js`
 * @throws Error where the place is not there just once: a newer version must be looked at, and this file perhaps dropped
 */
export function mended(code) {
  const parts = code.split(SCAN_OF_SHORT_REST);
  if (parts.length !== 2) throw new Error('mediabunny has changed: see scripts/video-reader-without-hang.mjs');
  return parts.join(ENDS_ON_SHORT_REST);
}
