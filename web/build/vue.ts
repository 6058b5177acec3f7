import type { Plugin } from 'vite'

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
      if (!code.includes(before)) this.error(`vue-i18n no longer says ${before} See build/vue.ts.`)
      return code.replace(before, "import { getCurrentInstance as presentInstance } from 'vue';\nconst Vue = { getCurrentInstance: presentInstance };")
    },
  }
}
