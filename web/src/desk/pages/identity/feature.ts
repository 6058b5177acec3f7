import type { Feature } from '@desk/features'

export const identity: Feature = {
  menu: [],
  routes: [{ path: '/sign-in', name: 'sign-in', component: () => import('./SignIn.vue'), meta: { title: 'session.title', open: true } }],
}
