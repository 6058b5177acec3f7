import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const PAGE = 'm.html'

/**
 * The phone's service worker: it keeps the page and every file that this build makes, so that no shared chunk is
 * forgotten. It keeps no answer of the API, and no page but its own.
 */
export function phoneWorker(): Plugin[] {
  const kept = new Set([PAGE, 'm.webmanifest', 'favicon.svg'])
  const collect: Plugin = { name: 'phone-files', generateBundle: (_options, bundle) => Object.keys(bundle).forEach((file) => kept.add(file)) }
  const worker = VitePWA({
    strategies: 'generateSW',
    filename: 'm-sw.js',
    scope: '/m',
    injectRegister: false,
    manifest: false,
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,webmanifest,woff2}'],
      // Fonts of scripts that no text here is written in.
      globIgnores: ['**/noto-sans-arabic-{math,symbols,latin,latin-ext}-*.woff2'],
      manifestTransforms: [(entries) => ({ manifest: entries.filter((entry) => kept.has(entry.url)) })],
      dontCacheBustURLsMatching: /^assets\//,
      navigateFallback: `/${PAGE}`,
      navigateFallbackAllowlist: [/^\/m(\.html|\/.*)?$/],
      cleanupOutdatedCaches: true,
      skipWaiting: true,
      clientsClaim: true,
    },
  })
  return [collect, ...(worker as Plugin[])]
}
