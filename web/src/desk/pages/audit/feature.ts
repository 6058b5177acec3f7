import { View } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { openAlerts } from './api'

const reading = 'audit.read' as const

export const audit: Feature = {
  menu: [{ to: '/audit', label: 'menu.audit', icon: View, permission: reading, counter: openAlerts }],
  routes: [{ path: '/audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { title: 'menu.audit', permission: reading } }],
}
