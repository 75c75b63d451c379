import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { c2paAssets } from './scripts/c2pa-assets.mjs';
import { loaderInAscii } from './scripts/loader-in-ascii.mjs';
import { ocrAssets } from './scripts/ocr-assets.mjs';
import { opencvAssets } from './scripts/opencv-assets.mjs';
import { trustListAsset } from './scripts/trust-list-asset.mjs';
import { videoReaderWithoutHang } from './scripts/video-reader-without-hang.mjs';
import { PLATFORMS } from './utils/platforms/index.ts';

/**
 * A headless browser cannot answer a permission prompt, so the demo and the tests run a build whose host permissions
 * are granted in its manifest. tests/browser/package.test.ts holds that this is the only difference.
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

/** Any site can be taught; each is asked for by its own name, on the click that begins it. */
const teachable = ['https://*/*', 'http://*/*'];
const optionalHosts = [...hosts, ...teachable];

/** `https://a.b/c/*` → `https://a.b/*`: a host permission's path is ignored by every browser. */
function originOnly(pattern: string): string {
  return pattern.replace(/^(\*|https?):\/\/([^/]+)\/.*$/, '$1://$2/*');
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [videoReaderWithoutHang(), loaderInAscii()] }),
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${hostsGranted ? '-granted' : ''}`,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    commands: {
      analyse: { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_commandAnalyse__' },
      'mark-area': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandMarkArea__' },
    },
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      'alarms',
      ...(browser === 'chrome' ? ['offscreen'] : []),
    ],
    ...(hostsGranted ? { host_permissions: [...optionalHosts] } : { optional_host_permissions: [...optionalHosts] }),
    content_security_policy: {
      // Each part is argued in docs/security.md.
      extension_pages: [
        "script-src 'self' 'wasm-unsafe-eval'",
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self' https: http: data: blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '148', message_serialization: 'structured_clone' }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'refund-lens@refund-lens.dev',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, assets) => {
      assets.push({ absoluteSrc: resolve('THIRD_PARTY_LICENSES.md'), relativeDest: 'THIRD_PARTY_LICENSES.md' });
      assets.push(...opencvAssets(resolve('.cache/opencv')), ...ocrAssets(), ...c2paAssets());
      assets.push(trustListAsset(resolve('.cache/c2pa')));
    },
    // A content script that is registered at run time must not turn its matches into install-time permissions.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (hostsGranted) manifest.host_permissions = [...optionalHosts];
      else delete manifest.host_permissions;
      // An entry point called history is taken for a replacement of the browser's own history page.
      delete manifest.chrome_url_overrides;
    },
  },
});
