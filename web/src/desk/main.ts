import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import '@shared/styles/table.css'
import { Problem } from '@shared/api/problem'
import { i18n, speak } from '@shared/i18n'
import chinese from '@shared/i18n/zh-CN.json'
import App from './App.vue'
import { router } from './router'

/** A refusal will not change by asking again; a lost connection may. */
const retry = (failures: number, failure: unknown) =>
  failures < 2 && failure instanceof Problem && (failure.status === 0 || failure.status >= 500)

await speak({ chinese, uyghur: () => import('@shared/i18n/ug.json') })
createApp(App)
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClientConfig: { defaultOptions: { queries: { retry, staleTime: 15_000 } } } })
  .mount('#app')
