import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, call, cookie, onSignedOut } from './client'
import { adviceKey, fallbackKey, isStale, Problem } from './problem'

const answer = (status: number, body: unknown, type = 'application/problem+json') =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))

afterEach(() => vi.restoreAllMocks())

describe('requests to the server', () => {
  it('send the token of the cookie back with everything that changes something', async () => {
    document.cookie = 'XSRF-TOKEN=a%2Fb'
    const fetch = answer(202, {}, 'application/json')
    await call(api.POST('/api/v1/screening'))
    expect((fetch.mock.calls[0]?.[0] as Request).headers.get('X-XSRF-TOKEN')).toBe('a/b')
  })

  it('take the token of the cookie that is of this host only, where there is one', async () => {
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('XSRF-TOKEN=planted; __Host-XSRF-TOKEN=ours')
    const fetch = answer(202, {}, 'application/json')
    await call(api.POST('/api/v1/screening'))
    expect((fetch.mock.calls[0]?.[0] as Request).headers.get('X-XSRF-TOKEN')).toBe('ours')
  })

  it('turn a problem document into a Problem with the sentence for people', async () => {
    answer(409, { type: '/problems/already-decided', title: '已处理', detail: '这一对刚才已由同事处理' })
    const failure = await call(api.GET('/api/v1/areas')).catch((problem: unknown) => problem)
    expect(failure).toBeInstanceOf(Problem)
    expect(failure).toMatchObject({ status: 409, slug: 'already-decided', detail: '这一对刚才已由同事处理' })
  })

  it('tell everybody who listens that the session has ended', async () => {
    answer(401, {})
    const heard = vi.fn()
    const stop = onSignedOut(heard)
    await call(api.GET('/api/v1/areas')).catch(() => null)
    await call(api.GET('/api/v1/areas'), true).catch(() => null)
    stop()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('take a refusal for want of a token for the end of the session, where there is none any more', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation((request) =>
      Promise.resolve(new Response('{}', { status: (request as Request).method === 'POST' ? 403 : 401, headers: { 'content-type': 'application/problem+json' } })))
    const heard = vi.fn()
    const stop = onSignedOut(heard)
    await expect(call(api.POST('/api/v1/screening'))).rejects.toMatchObject({ status: 401 })
    stop()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('say that the server cannot be reached when no answer comes', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('failed to fetch'))
    await expect(call(api.GET('/api/v1/areas'))).rejects.toMatchObject({ status: 0 })
  })
})

describe('problems on the screen', () => {
  it('have words and advice for every status', () => {
    expect(adviceKey(new Problem(503, {}))).toBe('problem.advice.503')
    expect(adviceKey(new Problem(502, {}))).toBe('problem.advice.500')
    expect(fallbackKey(new Problem(422, {}))).toBe('problem.title.400')
  })

  it('have no advice where the server says itself what to do', () => {
    expect(adviceKey(new Problem(409, { type: '/problems/application-open', detail: '这户已有在办申请，请打开继续办理。' }))).toBeNull()
  })

  it('ask for a refresh only where what is shown no longer holds', () => {
    expect(isStale(new Problem(409, { type: '/problems/step-not-now' }))).toBe(true)
    expect(isStale(new Problem(409, { type: '/problems/not-investigated' }))).toBe(false)
    expect(isStale(new Problem(400, { type: '/problems/invalid-request' }))).toBe(false)
  })

  it('read a cookie by its whole name only', () => {
    expect(cookie('TOKEN', 'XSRF-TOKEN=1; TOKEN=2')).toBe('2')
    expect(cookie('NONE', 'XSRF-TOKEN=1')).toBeNull()
  })
})
