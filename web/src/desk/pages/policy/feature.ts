import { Operation, Reading } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'
import { useSession } from '@shared/session'
import { waiting } from './values'

const trying = 'what-if' as const
const reading = 'rules.read' as const
const proposing = 'values.propose' as const

export const policy: Feature = {
  menu: [
    { to: '/what-ifs', label: 'menu.whatIf', icon: Operation, permission: trying },
    { to: '/rules', label: 'menu.rules', icon: Reading, permission: reading, counter: async () => (useSession().can('values.decide') ? waiting() : 0) },
  ],
  routes: [
    { path: '/what-ifs', name: 'what-ifs', component: () => import('./WhatIfList.vue'), meta: { title: 'menu.whatIf', permission: trying } },
    { path: '/what-ifs/new', name: 'what-if-new', component: () => import('./WhatIfNew.vue'), meta: { title: 'whatIf.new', permission: trying, under: '/what-ifs' } },
    { path: '/what-ifs/compare', name: 'what-if-compare', component: () => import('./WhatIfCompare.vue'), meta: { title: 'whatIf.compare', permission: trying, under: '/what-ifs' } },
    { path: '/what-ifs/:id(\\d+)', name: 'what-if', component: () => import('./WhatIfPage.vue'), meta: { title: 'menu.whatIf', permission: trying, under: '/what-ifs' } },
    { path: '/rules', name: 'rules', component: () => import('./RulesPage.vue'), meta: { title: 'menu.rules', permission: reading } },
    { path: '/rules/parameters/:id', name: 'parameter', component: () => import('./ParameterPage.vue'), meta: { title: 'rules.parameters', permission: reading, under: '/rules' } },
    { path: '/rules/values', name: 'values', component: () => import('./ValuesPage.vue'), meta: { title: 'lawValues.title', permission: reading, under: '/rules' } },
    { path: '/rules/values/new', name: 'value-new', component: () => import('./ValueNew.vue'), meta: { title: 'lawValues.propose', permission: proposing, under: '/rules' } },
    { path: '/rules/values/:id(\\d+)', name: 'value', component: () => import('./ValuePage.vue'), meta: { title: 'lawValues.one', permission: reading, under: '/rules' } },
    { path: '/rules/parameters', name: 'parameters', component: () => import('./ParametersPage.vue'), meta: { title: 'rules.parameters', permission: reading, under: '/rules' } },
  ],
}
