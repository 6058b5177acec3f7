import { mergeConfig, type UserConfig } from 'vite'
import { leaveOutUnusedVue } from './build/vue.ts'
import desk from './vite.config.ts'

/** The public pages are built by themselves, as the phone is: they load nothing of the desk. */
const config: UserConfig = mergeConfig(desk as UserConfig, {
  plugins: [leaveOutUnusedVue()],
  define: { __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false', __VUE_OPTIONS_API__: 'false' },
  build: { emptyOutDir: false },
})
config.build = { ...config.build, rolldownOptions: { input: { public: 'p.html' } } }

export default config
