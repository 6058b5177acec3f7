import { Tickets } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { waiting } from './api'

const permission = 'case.read' as const

export const standing: Feature = {
  menu: [{ to: '/standings', label: 'menu.standings', icon: Tickets, permission, counter: waiting }],
  routes: [
    { path: '/standings', name: 'standings', component: () => import('./StandingsPage.vue'), meta: { title: 'menu.standings', permission, keep: true } },
    { path: '/standings/take-over', name: 'take-over', component: () => import('./TakeOverPage.vue'), meta: { title: 'standing.takeOver.title', permission: 'case.review', under: '/standings' } },
    { path: '/standings/adjust', name: 'adjust', component: () => import('./AdjustPage.vue'), meta: { title: 'standing.adjust.title', permission: 'case.decide', under: '/standings' } },
    { path: '/standings/:id(\\d+)', name: 'standing', component: () => import('./StandingPage.vue'), meta: { title: 'menu.standings', permission, under: '/standings' } },
  ],
}
