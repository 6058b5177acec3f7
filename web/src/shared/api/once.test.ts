import { afterEach, describe, expect, it, vi } from 'vitest'
import { sendOnce } from './once'

const post = (body: string, url = 'http://localhost/api/v1/accounts') =>
  new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } })
const keys = (fetch: { mock: { calls: unknown[][] } }) =>
  fetch.mock.calls.map(([request]) => (request as Request).headers.get('Idempotency-Key'))

afterEach(() => vi.restoreAllMocks())

describe('what makes something', () => {
  it('keeps its key while nobody knows whether it was done, and takes a new one afterwards', async () => {
    const fetch = vi
      .spyOn(globalThis, 'fetch')
      .mockRejectedValueOnce(new TypeError('failed to fetch'))
      .mockResolvedValueOnce(answer(503, {}, { 'retry-after': '5' }))
      .mockResolvedValueOnce(answer(201))
      .mockResolvedValueOnce(answer(201))
    await expect(sendOnce(post('{"a":1}'))).rejects.toThrow()
    expect((await sendOnce(post('{"a":1}'))).status).toBe(503)
    expect((await sendOnce(post('{"a":1}'))).status).toBe(201)
    await sendOnce(post('{"a":1}'))
    const [first, second, third, fourth] = keys(fetch)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).toBe(first)
    expect(third).toBe(first)
    expect(fourth).not.toBe(first)
  })

  it('waits for the first of two that are at work', async () => {
    const fetch = vi
      .spyOn(globalThis, 'fetch')
      .mockResolvedValueOnce(answer(409, { type: '/problems/being-done' }, { 'retry-after': '0' }))
      .mockResolvedValueOnce(answer(201))
    expect((await sendOnce(post('{"b":1}'))).status).toBe(201)
    expect(new Set(keys(fetch)).size).toBe(1)
  })

  it('has no key where it holds a password, a file or nothing new', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(answer(200)))
    await sendOnce(post('{}', 'http://localhost/api/v1/session'))
    await sendOnce(new Request('http://localhost/api/v1/areas'))
    expect(keys(fetch)).toEqual([null, null])
  })
})
