import { describe, expect, it } from 'vitest'
import { RowWindow, type FetchRows } from './rowWindow'

interface Row { n: number }

/** A list of `total` rows whose pages arrive when the test says so. */
function list(total: number) {
  const asked: { offset: number; signal: AbortSignal; answer: () => void; fail: () => void }[] = []
  const fetch: FetchRows<Row> = (offset, limit, signal) =>
    new Promise((resolve, reject) => {
      const items = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, step) => ({ n: offset + step }))
      asked.push({ offset, signal, answer: () => resolve({ total, items }), fail: () => reject(new Error('gone')) })
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })
  return { asked, fetch, answerAll: async () => { asked.forEach((one) => one.answer()); await settled() } }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a long list of which only windows are held', () => {
  it('knows the length and the first rows after one answer', async () => {
    const { fetch, answerAll } = list(50_000)
    const rows = new RowWindow<Row>(100)
    void rows.open(fetch)
    await answerAll()
    expect(rows.total.value).toBe(50_000)
    expect(rows.rowAt(99)).toEqual({ n: 99 })
    expect(rows.rowAt(100)).toBeUndefined()
  })

  it('asks for the visible pages and for the next one in the direction of movement', async () => {
    const { asked, fetch, answerAll } = list(50_000)
    const rows = new RowWindow<Row>(100)
    void rows.open(fetch)
    await answerAll()
    rows.need(950, 1_010)
    expect(asked.slice(1).map((one) => one.offset)).toEqual([900, 1_000, 1_100])
    await answerAll()
    rows.need(900, 960)
    expect(asked.slice(4).map((one) => one.offset)).toEqual([800])
  })

  it('gives up pages that a fast scroll has left behind', async () => {
    const { asked, fetch, answerAll } = list(50_000)
    const rows = new RowWindow<Row>(100)
    void rows.open(fetch)
    await answerAll()
    rows.need(10_000, 10_030)
    rows.need(40_000, 40_030)
    expect(asked.filter((one) => one.signal.aborted).map((one) => one.offset)).toEqual([10_000, 10_100])
  })

  it('keeps the old rows while a new list is on the way, and never mixes the two', async () => {
    const first = list(300)
    const second = list(7)
    const rows = new RowWindow<Row>(100)
    void rows.open(first.fetch)
    await first.answerAll()
    rows.need(100, 150)
    void rows.open(second.fetch)
    expect(rows.rowAt(5)).toEqual({ n: 5 })
    expect(rows.loading.value).toBe(true)
    await second.answerAll()
    await first.answerAll()
    expect(rows.total.value).toBe(7)
    expect(rows.rowAt(110)).toBeUndefined()
  })

  it('holds no more pages than it was told to', async () => {
    const { fetch, answerAll } = list(50_000)
    const rows = new RowWindow<Row>(100, 3)
    void rows.open(fetch)
    await answerAll()
    for (const first of [1_000, 2_000, 3_000, 4_000]) {
      rows.need(first, first + 30)
      await answerAll()
    }
    rows.need(4_000, 4_030)
    expect(rows.rowAt(0)).toBeUndefined()
    expect(rows.rowAt(4_000)).toEqual({ n: 4_000 })
  })

  it('says what failed and recovers on refresh', async () => {
    const { asked, fetch, answerAll } = list(20)
    const rows = new RowWindow<Row>(100)
    const opened = rows.open(fetch)
    asked[0]?.fail()
    await opened
    expect(rows.failure.value).toBeInstanceOf(Error)
    void rows.refresh()
    await answerAll()
    expect(rows.failure.value).toBeNull()
    expect(rows.total.value).toBe(20)
  })
})
