import { createRouter, createWebHistory, type Router } from 'vue-router'
import FamilyPage from './pages/FamilyPage.vue'
import MorePage from './pages/MorePage.vue'
import QueuePage from './pages/QueuePage.vue'
import SignInPage from './pages/SignInPage.vue'
import TaskPage from './pages/TaskPage.vue'
import TasksPage from './pages/TasksPage.vue'

/** Addresses hold numbers of applications only: they stay in the browser's history. */
export function router(): Router {
  return createRouter({
    history: createWebHistory('/m/'),
    routes: [
      { path: '/', name: 'tasks', component: TasksPage },
      { path: '/family/:application(\\d+)', name: 'family', component: FamilyPage, meta: { up: 'tasks' } },
      { path: '/family/:application(\\d+)/:task(.+)', name: 'task', component: TaskPage, meta: { up: 'family' } },
      { path: '/queue', name: 'queue', component: QueuePage, meta: { up: 'tasks' } },
      { path: '/more', name: 'more', component: MorePage, meta: { up: 'tasks' } },
      { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { up: 'queue' } },
      { path: '/:rest(.*)*', redirect: '/' },
    ],
    scrollBehavior: () => ({ top: 0 }),
  })
}
