import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { c2paAssets } from './scripts/c2pa-assets.mjs';
import { ocrAssets } from './scripts/ocr-assets.mjs';
import { opencvAssets } from './scripts/opencv-assets.mjs';
import { PLATFORMS } from './utils/platforms/index.ts';

/**
 * A headless browser cannot answer a permission prompt, so the demo and the tests run a build whose host permissions
 * are granted in its manifest. tests/unit/manifest.test.ts holds that this is the only difference.
 */
const hostsGranted = process.env.REFUND_LENS_HOSTS === 'granted';

const hosts = [
  ...new Set(
    PLATFORMS.flatMap(({ matches, imageHosts, productHosts = [] }) => [
      ...matches.map(originOnly),
      ...imageHosts,
      ...productHosts,
    ]),
  ),
].sort();

/** `https://a.b/c/*` → `https://a.b/*`: a host permission's path is ignored by every browser. */
function originOnly(pattern: string): string {
  return pattern.replace(/^(\*|https?):\/\/([^/]+)\/.*$/, '$1://$2/*');
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${hostsGranted ? '-granted' : ''}`,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'scripting', ...(browser === 'chrome' ? ['offscreen'] : [])],
    ...(hostsGranted ? { host_permissions: [...hosts] } : { optional_host_permissions: [...hosts] }),
    content_security_policy: {
      extension_pages:
        "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '148', message_serialization: 'structured_clone' }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'refund-lens@refund-lens.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, assets) => {
      assets.push({ absoluteSrc: resolve('THIRD_PARTY_LICENSES.md'), relativeDest: 'THIRD_PARTY_LICENSES.md' });
      assets.push(...opencvAssets(resolve('.cache/opencv')), ...ocrAssets(), ...c2paAssets());
    },
    // A content script that is registered at run time must not turn its matches into install-time permissions.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (hostsGranted) manifest.host_permissions = [...hosts];
      else delete manifest.host_permissions;
      // An entry point called history is taken for a replacement of the browser's own history page.
      delete manifest.chrome_url_overrides;
    },
  },
});
