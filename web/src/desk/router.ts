import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { onSignedOut } from '@shared/api/client'
import { i18n } from '@shared/i18n'
import { useSession } from '@shared/session'
import type { Feature } from './features'
import { audit } from './pages/audit/feature'
import { casework } from './pages/casework/feature'
import { deadlines } from './pages/deadlines/feature'
import { standing } from './pages/standing/feature'
import { eligibility } from './pages/eligibility/feature'
import { exchange } from './pages/exchange/feature'
import { outward } from './pages/outward/feature'
import { identity } from './pages/identity/feature'
import { policy } from './pages/policy/feature'
import { registry } from './pages/registry/feature'
import { workbench } from './pages/workbench/feature'

export const FEATURES: Feature[] = [workbench, casework, standing, deadlines, outward, exchange, registry, eligibility, policy, identity, audit]

const notFound: RouteRecordRaw = { path: '/:rest(.*)*', component: () => import('./shell/NotFound.vue'), meta: { title: 'page.notFound' } }

export const router = createRouter({
  history: createWebHistory(),
  routes: [...FEATURES.flatMap((feature) => feature.routes), notFound],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  const session = useSession()
  await session.ready()
  if (to.meta.open || session.signedIn.value) return true
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

router.afterEach((to) => {
  const title = to.meta.title ? i18n.global.t(to.meta.title) : ''
  document.title = [title, i18n.global.t('app.name')].filter(Boolean).join(' · ')
})

onSignedOut(() => {
  if (router.currentRoute.value.meta.open) useSession().forget()
  else useSession().end()
})
