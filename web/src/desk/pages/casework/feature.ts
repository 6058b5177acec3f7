import { DocumentChecked } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { useSession } from '@shared/session'
import { waiting } from './duties'

const permission = 'case.read' as const
const under = '/applications'

export const casework: Feature = {
  menu: [{ to: under, label: 'menu.cases', icon: DocumentChecked, permission, counter: () => waiting(useSession().can) }],
  routes: [
    { path: '/applications', name: 'applications', component: () => import('./LedgerPage.vue'), meta: { title: 'menu.cases', permission, keep: true } },
    { path: '/applications/new', name: 'application-new', component: () => import('./RegisterPage.vue'), meta: { title: 'cases.register', permission: 'case.register', under } },
    { path: '/applications/:id(\\d+)', name: 'application', component: () => import('./CasePage.vue'), meta: { title: 'menu.cases', permission, under } },
    { path: '/applications/:id(\\d+)/visit', name: 'application-visit', component: () => import('./VisitPage.vue'), meta: { title: 'cases.visit', permission, under } },
  ],
}
