import { Promotion } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { openDifferences } from './api'

const permission = 'outward'

export const outward: Feature = {
  menu: [{ to: '/outward', label: 'menu.outward', icon: Promotion, permission, counter: openDifferences }],
  routes: [
    { path: '/outward', name: 'outward', component: () => import('./PacksPage.vue'), meta: { title: 'menu.outward', permission } },
    { path: '/outward/checks', name: 'outward-checks', component: () => import('./ChecksPage.vue'), meta: { title: 'outward.tabs.checks', permission, under: '/outward' } },
    { path: '/outward/differences', name: 'outward-differences', component: () => import('./DifferencesPage.vue'), meta: { title: 'outward.tabs.differences', permission, under: '/outward' } },
    { path: '/outward/:id(\\d+)', name: 'outward-pack', component: () => import('./PackPage.vue'), meta: { title: 'outward.pack', permission, under: '/outward' } },
    { path: '/outward/:id(\\d+)/copy', name: 'outward-copy', component: () => import('./CopyPage.vue'), meta: { title: 'outward.copy.title', permission, under: '/outward' } },
  ],
}
