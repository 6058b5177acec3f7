import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { apart, fileName, keptTyped, namesSomebody, saveFound, searchAt } from './typedSearch'
import { useUrlFilters } from './urlFilters'

const NUMBER = '650199197302190018'
const page = { render: () => h('div') }

afterEach(() => vi.restoreAllMocks())

async function opened(at: string) {
  const router = createRouter({ history: createWebHistory(), routes: [{ path: '/households', name: 'register', component: page }, { path: '/:rest(.*)', component: page }] })
  await router.push(at)
  let used!: ReturnType<typeof useUrlFilters<'q' | 'town'>>
  const Page = defineComponent({ setup: () => ((used = useUrlFilters(['q', 'town'] as const)), () => h('div')) })
  const list = mount(Page, { global: { plugins: [router] } })
  return { router, used, list }
}

describe('what was typed to search by', () => {
  it('names somebody where it is a number or the end of one', () => {
    for (const text of [NUMBER, '0018', '006x', '13999000000', '张伟 19730219']) expect(namesSomebody('q', text)).toBe(true)
    for (const text of ['马', 'H0001', '苇子村8号']) expect(namesSomebody('q', text)).toBe(false)
    expect(namesSomebody('town', '650107200')).toBe(false)
  })

  it('stays out of the address where it names somebody, and is there after Back', async () => {
    const { router, used, list } = await opened('/households?town=650107200')
    used.set({ q: NUMBER })
    await vi.waitFor(() => expect(keptTyped()).toEqual({ q: NUMBER }))
    expect(location.href).not.toContain(NUMBER)
    expect(used.query.value).toEqual({ q: NUMBER, town: '650107200' })
    await router.push('/elsewhere')
    expect(keptTyped()).toEqual({})
    list.unmount()
    router.back()
    await vi.waitFor(() => expect(keptTyped()).toEqual({ q: NUMBER }))
    expect(location.search).toBe('?town=650107200')
  })

  it('stands in the address where it is a name, so that the page can be sent to a colleague', async () => {
    const { used } = await opened('/households')
    used.set({ q: NUMBER })
    used.set({ q: '马' })
    await vi.waitFor(() => expect(decodeURIComponent(location.search)).toBe('?q=马'))
    expect(keptTyped()).toEqual({})
  })

  it('leads to the register with or without the address', () => {
    expect(searchAt('register', ' 马 ')).toMatchObject({ name: 'register', query: { q: '马' } })
    expect(searchAt('register', NUMBER)).toEqual({ name: 'register', state: { typed: { q: NUMBER } } })
  })

  it('goes to the server as a header', () => {
    expect(apart({ q: '马', town: '650107200' })).toEqual({ rest: { town: '650107200' }, headers: { 'Yimen-Search': '%E9%A9%AC' } })
    expect(apart({ town: '650107200' })).toEqual({ rest: { town: '650107200' }, headers: {} })
  })

  it('goes along with a download, which is saved under the name that the server gives', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('x', { headers: { 'content-disposition': "attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx" } }))
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    await saveFound('/api/v1/register.xlsx', NUMBER)
    expect(fetch.mock.calls[0]).toEqual(['/api/v1/register.xlsx', { headers: { Accept: '*/*', 'Yimen-Search': NUMBER } }])
    expect(click).toHaveBeenCalledOnce()
    expect(fileName("attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx")).toBe('台账.xlsx')
  })
})
