import { Notebook } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'

const permission = 'register.read' as const

export const registry: Feature = {
  menu: [{ to: '/households', label: 'menu.register', icon: Notebook, permission }],
  routes: [
    { path: '/households', name: 'register', component: () => import('./RegisterList.vue'), meta: { title: 'menu.register', permission, keep: true } },
    { path: '/households/:id(\\d+)', name: 'household', component: () => import('./HouseholdPage.vue'), meta: { title: 'menu.register', permission, under: '/households' } },
    { path: '/persons/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue'), meta: { title: 'menu.register', permission, under: '/households' } },
  ],
}
