import { Key, Notebook } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'

const permission = 'register.read' as const

export const registry: Feature = {
  menu: [
    { to: '/households', label: 'menu.register', icon: Notebook, permission },
    { to: '/minor-requests', label: 'menu.minors', icon: Key, permission },
  ],
  routes: [
    { path: '/households', name: 'register', component: () => import('./RegisterList.vue'), meta: { title: 'menu.register', permission, keep: true } },
    { path: '/households/:id(\\d+)', name: 'household', component: () => import('./HouseholdPage.vue'), meta: { title: 'menu.register', permission, under: '/households' } },
    { path: '/minor-requests', name: 'minor-requests', component: () => import('./MinorRequests.vue'), meta: { title: 'menu.minors', permission } },
    { path: '/persons/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue'), meta: { title: 'menu.register', permission, under: '/households' } },
  ],
}
