import { HomeFilled } from '@element-plus/icons-vue'
import type { Feature } from '@desk/features'

export const workbench: Feature = {
  menu: [{ to: '/', label: 'menu.workbench', icon: HomeFilled }],
  routes: [{ path: '/', name: 'workbench', component: () => import('./WorkbenchPage.vue'), meta: { title: 'menu.workbench' } }],
}
