import { UserFilled } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'

const managing = 'accounts.manage' as const

export const identity: Feature = {
  menu: [{ to: '/accounts', label: 'menu.accounts', icon: UserFilled, permission: managing }],
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignIn.vue'), meta: { title: 'session.title', open: true } },
    { path: '/sign-in/issuer', name: 'issuer', component: () => import('./SignIn.vue'), meta: { title: 'session.title', open: true } },
    { path: '/account', name: 'account', component: () => import('./OwnAccount.vue'), meta: { title: 'account.title' } },
    { path: '/accounts', name: 'accounts', component: () => import('./AccountsPage.vue'), meta: { title: 'menu.accounts', permission: managing } },
  ],
}
