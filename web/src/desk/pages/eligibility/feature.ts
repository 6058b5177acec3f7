import { DataAnalysis, LocationInformation } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'

const permission = 'screening.read' as const

export const eligibility: Feature = {
  menu: [
    { to: '/screening', label: 'menu.screening', icon: DataAnalysis, permission },
    { to: '/visits', label: 'menu.visits', icon: LocationInformation, permission },
  ],
  routes: [
    { path: '/screening', name: 'screening', component: () => import('./OverviewPage.vue'), meta: { title: 'menu.screening', permission } },
    { path: '/visits', name: 'visits', component: () => import('./VisitsPage.vue'), meta: { title: 'menu.visits', permission, keep: true } },
  ],
}
