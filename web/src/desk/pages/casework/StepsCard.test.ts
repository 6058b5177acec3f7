import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { i18n, speak } from '@shared/i18n'
import chinese from '@shared/i18n/zh-CN.json'
import type { CaseFile, NextStep } from './api'
import StepsCard from './StepsCard.vue'

const step = (code: string, title: string, notNow = ''): NextStep => ({ step: code, title, basis: '第十九条', notNow })
const card = (...next: NextStep[]) =>
  mount(StepsCard, {
    props: { file: { id: 1, state: 'proposed', holder: '乡镇（街道）', next, history: [], records: { determinations: [] } } as unknown as CaseFile },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]], stubs: { RouterLink: RouterLinkStub } },
  })

beforeAll(() => speak({ chinese, uyghur: () => Promise.resolve({ default: {} }) }))

describe('the steps of a case', () => {
  it('offer as buttons only what may be taken, and say what the others wait for', () => {
    const shown = card(step('publish', '公示', '拟不予确认的不公示。'), step('review', '乡镇审核'))
    expect(shown.findAll('button').map((button) => button.text())).toEqual(['乡镇审核'])
    expect(shown.get('.waiting').text()).toContain('公示拟不予确认的不公示。')
  })

  it('say so where there is nothing for the user', () => {
    expect(card().text()).toContain('您这里没有要办的')
    expect(card(step('publish', '公示', '拟不予确认的不公示。')).text()).not.toContain('您这里没有要办的')
  })
})
