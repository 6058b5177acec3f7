import { createApp } from 'vue'
import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import './phone.css'
import './fields.css'
import { i18n, speak } from '@shared/i18n'
import chinese from 'virtual:phone-messages/zh-CN'
import App from './App.vue'
import { lockWhenIdle, usePhone } from './keep/phone'
import { useQueue } from './keep/queue'
import { router } from './router'

if (location.pathname === '/m.html' || location.pathname === '/m') history.replaceState(null, '', '/m/')
await speak({ chinese, uyghur: () => import('virtual:phone-messages/ug') })
createApp(App).use(i18n).use(router()).mount('#app')
lockWhenIdle()
await usePhone().start()
useQueue().keepGoing()

if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/m-sw.js', { scope: '/m' })
// Without this the browser may throw the unsent visits out when the phone runs short of space.
void navigator.storage?.persist?.()
