import { AlarmClock, Finished } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { waitingLimits } from './api'

const permission = 'case.read' as const

export const deadlines: Feature = {
  menu: [
    { to: '/deadlines', label: 'menu.deadlines', icon: AlarmClock, permission, counter: waitingLimits },
    { to: '/bulk', label: 'menu.bulk', icon: Finished, permission },
  ],
  routes: [
    { path: '/deadlines', name: 'deadlines', component: () => import('./DeadlinesPage.vue'), meta: { title: 'menu.deadlines', permission, keep: true } },
    { path: '/deadlines/kept', name: 'deadlines-kept', component: () => import('./KeptPage.vue'), meta: { title: 'deadlines.kept', permission, under: '/deadlines' } },
    { path: '/bulk', name: 'bulk', component: () => import('./BulkPage.vue'), meta: { title: 'menu.bulk', permission } },
    { path: '/bulk/:id(\\d+)', name: 'bulk-job', component: () => import('./BulkJobPage.vue'), meta: { title: 'menu.bulk', permission, under: '/bulk' } },
  ],
}
