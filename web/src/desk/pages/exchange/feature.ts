import { Connection, UploadFilled } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { openPairs } from './api'

export const exchange: Feature = {
  menu: [
    { to: '/deliveries', label: 'menu.deliveries', icon: UploadFilled, permission: 'delivery.load' },
    { to: '/pairs', label: 'menu.pairs', icon: Connection, permission: 'pair.settle', counter: openPairs },
  ],
  routes: [
    { path: '/deliveries', name: 'deliveries', component: () => import('./DeliveriesPage.vue'), meta: { title: 'menu.deliveries', permission: 'delivery.load' } },
    { path: '/deliveries/:id(\\d+)', name: 'delivery', component: () => import('./RowReportPage.vue'), meta: { title: 'rows.title', permission: 'delivery.load', under: '/deliveries' } },
    { path: '/pairs', name: 'pairs', component: () => import('./PairsPage.vue'), meta: { title: 'menu.pairs', permission: 'pair.settle' } },
  ],
}
