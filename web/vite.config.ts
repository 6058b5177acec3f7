import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import postcss, { type Plugin as PostcssPlugin } from 'postcss'
import rtlcss from 'postcss-rtlcss'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { entryMessages } from './build/messages.ts'

/** Element Plus has left-to-right rules only; our own style sheets use logical properties and must not be mirrored twice. */
function mirrorElementPlus(): PostcssPlugin {
  const mirror = postcss([rtlcss({ mode: 'combined' } as never)])
  return {
    postcssPlugin: 'mirror-element-plus',
    async OnceExit(root, { result }) {
      const from = result.opts.from ?? ''
      if (!/node_modules\/element-plus\//.test(from)) return
      const mirrored = await mirror.process(root.toString(), { from })
      root.removeAll()
      root.append(postcss.parse(mirrored.css, { from }).nodes)
    },
  }
}

export default defineConfig({
  plugins: [vue(), components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }), entryMessages()],
  resolve: {
    alias: {
      '@shared': fileURLToPath(new URL('./src/shared', import.meta.url)),
      '@field': fileURLToPath(new URL('./src/field', import.meta.url)),
      '@pub': fileURLToPath(new URL('./src/pub', import.meta.url)),
      '@desk': fileURLToPath(new URL('./src/desk', import.meta.url)),
    },
  },
  css: { postcss: { plugins: [mirrorElementPlus()] } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|vue-i18n|@intlify|@tanstack)\// },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env['YIMEN_URL'] ?? 'http://localhost:8080' } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    // a busy machine is no failure
    testTimeout: 30_000,
    hookTimeout: 30_000,
    server: { deps: { inline: ['element-plus'] } },
  },
})
