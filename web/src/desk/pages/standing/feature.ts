import { Tickets } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { waiting } from './api'

const permission = 'case.read' as const

export const standing: Feature = {
  menu: [{ to: '/standings', label: 'menu.standings', icon: Tickets, permission, counter: waiting }],
  routes: [
    { path: '/standings', name: 'standings', component: () => import('./StandingsPage.vue'), meta: { title: 'menu.standings', permission, keep: true } },
    { path: '/standings/:id(\\d+)', name: 'standing', component: () => import('./StandingPage.vue'), meta: { title: 'menu.standings', permission, under: '/standings' } },
  ],
}
