import { mergeConfig, type UserConfig } from 'vite'
import { phoneWorker } from './build/phone.ts'
import { leaveOutUnusedVue } from './build/vue.ts'
import desk from './vite.config.ts'

/**
 * The phone is built by itself: in one build with the desk it would load the union of what both use of Vue, some 30 KiB
 * more over a village's network.
 */
const config: UserConfig = mergeConfig(desk as UserConfig, {
  plugins: [leaveOutUnusedVue(), phoneWorker()],
  define: { __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false', __VUE_OPTIONS_API__: 'false' },
  build: { emptyOutDir: false },
})
config.build = { ...config.build, rolldownOptions: { input: { phone: 'm.html' } } }

export default config
