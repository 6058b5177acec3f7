import { createApp } from 'vue'
import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import './public.css'
import { i18n, speak } from '@shared/i18n'
import chinese from 'virtual:public-messages/zh-CN'
import App from './App.vue'

await speak({ chinese, uyghur: () => import('virtual:public-messages/ug') })
createApp(App).use(i18n).mount('#app')
