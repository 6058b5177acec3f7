import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from './session'

const account = { username: 'village', displayName: '示范', unit: '', roleName: '', areaCode: '', permissions: ['case.read'], demo: true, secondFactor: false }
const answers = (...bodies: [number, unknown][]) => {
  const fetch = vi.spyOn(globalThis, 'fetch')
  for (const [status, body] of bodies) fetch.mockResolvedValueOnce(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))
}

afterEach(() => vi.restoreAllMocks())

describe('a session that ends while its page is open', () => {
  it('keeps its user and what they may see until they have signed in again', async () => {
    const session = useSession()
    answers([200, account], [200, { demo: true, demoAccounts: [] }], [401, {}], [200, account])
    await session.refresh()
    session.end()
    expect(session.ended.value).toBe(true)
    expect(session.can('case.read')).toBe(true)
    await session.look()
    expect(session.ended.value).toBe(true)
    await session.look()
    expect(session.ended.value).toBe(false)
  })

  it('is not told of where nobody was signed in', () => {
    const session = useSession()
    session.forget()
    session.end()
    expect(session.ended.value).toBe(false)
  })
})
