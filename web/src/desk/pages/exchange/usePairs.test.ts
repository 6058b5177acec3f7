import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, reactive } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { usePairs } from './usePairs'

/** The server's side of doubtful pairs, in memory. */
class Desk {
  states = new Map([[1, 'open'], [2, 'open'], [3, 'open']])
  readonly decisions: unknown[] = []

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, id, decision] = /doubtful-pairs(?:\/(\d+))?(\/decision)?$/.exec(url.pathname) ?? []
    if (decision && request.method === 'POST') {
      const body = (await request.json()) as { decision: string }
      this.decisions.push(body)
      this.states.set(Number(id), body.decision === 'accept' ? 'accepted' : 'refused')
      return Response.json({})
    }
    if (decision) {
      this.states.set(Number(id), 'open')
      return new Response(null, { status: 204 })
    }
    return Response.json(id ? this.pair(Number(id)) : this.list(url.searchParams.get('state') ?? 'open'))
  }

  private list(state: string) {
    const items = [...this.states].filter(([, one]) => one === state).map(([id]) => ({ id, name: `甲${id}`, candidateName: `乙${id}` }))
    return { total: items.length, items }
  }

  private pair(id: number) {
    return { id, state: this.states.get(id), why: '', candidates: [{ person: id * 10, weight: 9, fields: [] }, { person: id * 10 + 1, weight: 8, fields: [] }] }
  }
}

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  vi.spyOn(globalThis, 'fetch').mockImplementation((request) => desk.answer(request as Request))
})
afterEach(() => vi.restoreAllMocks())

async function opened() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/pairs', name: 'pairs', component: { render: () => null } }] })
  await router.push('/pairs')
  let pairs!: ReturnType<typeof usePairs>
  mount(defineComponent({ setup: () => ((pairs = usePairs(reactive({ state: '', q: '' }))), () => h('div')) }), { global: { plugins: [router, VueQueryPlugin] } })
  await pairs.load()
  await flushPromises()
  return { pairs, router }
}

describe('the queue of doubtful pairs', () => {
  it('shows the first pair and keeps it in the address', async () => {
    const { pairs, router } = await opened()
    expect(pairs.current.value?.id).toBe(1)
    expect(router.currentRoute.value.query['id']).toBe('1')
  })

  it('goes on to the next pair when one is settled', async () => {
    const { pairs } = await opened()
    await pairs.settle('refuse', '不是一个人')
    expect(desk.decisions).toEqual([{ decision: 'refuse', person: null, note: '不是一个人' }])
    expect(pairs.current.value?.id).toBe(2)
    expect(pairs.total.value).toBe(2)
  })

  it('accepts the candidate that is looked at', async () => {
    const { pairs } = await opened()
    pairs.candidate.value = 1
    await pairs.settle('accept', '')
    expect(desk.decisions).toEqual([{ decision: 'accept', person: 11, note: null }])
  })

  it('takes the last decision back and shows that pair again', async () => {
    const { pairs } = await opened()
    await pairs.settle('accept', '')
    await pairs.undo()
    expect(desk.states.get(1)).toBe('open')
    expect(pairs.current.value).toMatchObject({ id: 1, state: 'open' })
    expect(pairs.total.value).toBe(3)
    expect(pairs.last.value).toBeNull()
  })

  it('keeps the pair on the table when the server refuses, and says why', async () => {
    const { pairs } = await opened()
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ detail: '同事刚刚处理过' }, { status: 409 }))
    expect(await pairs.settle('accept', '')).toBe(false)
    expect(pairs.failure.value).toMatchObject({ status: 409 })
    expect(pairs.current.value?.id).toBe(1)
  })

  it('decides nothing on a pair that could not be fetched, and keeps the decision before', async () => {
    const { pairs } = await opened()
    await flushPromises()
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
      const asked = request as Request
      return asked.method === 'GET' && asked.url.endsWith('/3') ? new Response('{}', { status: 503 }) : desk.answer(asked)
    })
    expect(await pairs.settle('refuse', '')).toBe(true)
    expect(await pairs.settle('refuse', '')).toBe(true)
    expect(pairs.current.value).toBeNull()
    expect(await pairs.settle('refuse', '')).toBe(false)
    expect(desk.decisions).toHaveLength(2)
    expect(desk.states.get(3)).toBe('open')
  })

  it('ends empty when everything is settled', async () => {
    const { pairs } = await opened()
    for (let n = 0; n < 3; n++) await pairs.settle('refuse', '')
    expect(pairs.total.value).toBe(0)
    expect(pairs.current.value).toBeNull()
  })
})
