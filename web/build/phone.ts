import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Groups of messages that the phone shows; the desk's others stay off it. */
const GROUPS = ['app', 'common', 'session', 'problem', 'form', 'field', 'category']
const MESSAGES = 'virtual:phone-messages/'
const PAGE = 'm.html'

/** `virtual:phone-messages/zh-CN`: those groups of the one message file. */
export function phoneMessages(): Plugin {
  return {
    name: 'phone-messages',
    resolveId: (id) => (id.startsWith(MESSAGES) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${MESSAGES}`)) return
      const file = `src/shared/i18n/${id.slice(MESSAGES.length + 1)}.json`
      this.addWatchFile(file)
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      return `export default ${JSON.stringify(Object.fromEntries(GROUPS.map((group) => [group, all[group] ?? {}])))}`
    },
  }
}

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

/**
 * vue-i18n imports all of Vue by `import * as`, for one name that only later versions of Vue have, and so nothing of Vue
 * could be left out of the bundle. Fails the build where that line is no longer what it was.
 */
export function leaveOutUnusedVue(): Plugin {
  const before = "import * as Vue from 'vue';"
  return {
    name: 'leave-out-unused-vue',
    transform(code, id) {
      if (!/node_modules\/vue-i18n\/dist\/vue-i18n\.mjs/.test(id)) return
      if (!code.includes(before)) this.error(`vue-i18n no longer says ${before} See build/phone.ts.`)
      return code.replace(before, "import { getCurrentInstance as presentInstance } from 'vue';\nconst Vue = { getCurrentInstance: presentInstance };")
    },
  }
}
