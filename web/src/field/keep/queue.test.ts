import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Form } from '@shared/form/form'
import { newVisit, type Family, type Visit } from '../visit/visit'
import { usePhone } from './phone'
import { useQueue } from './queue'
import { clearAll, store } from './store'
import { families, keepFamily, keepForm, keepPicture, keepVisit, outcomes, visits } from './visits'

const form = { version: 1, oldest: 1, sections: [] } as Form
const OWNER = { username: 'village', displayName: '示范员', permissions: [], demo: true }
const key = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)))

type Reply = [status: number, body?: object] | 'lost'
let server: (path: string) => Reply
let asked: string[]

const family = (application: number, applicant: string): Family => ({
  application, number: `A-${application}`, applicant, phone: '', village: '示范村', appliedFor: 'dibao', due: null, download: 'd', keepUntil: '2999-01-01T00:00:00.000Z', household: { members: [{ id: 'm1', name: applicant }] }, sources: {}, unsigned: [],
})

async function waiting(application: number, applicant: string, more: Partial<Visit> = {}): Promise<Visit> {
  await keepFamily(family(application, applicant))
  const visit = { ...newVisit(family(application, applicant), form, '示范员'), ...more }
  await keepVisit(visit, 'waiting')
  return visit
}

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true })
  asked = []
  server = () => [200, {}]
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request
    const path = new URL(request.url).pathname
    if (path === '/api/v1/session') return answer(server(path)[0] === 401 ? [401, {}] : server(path) === 'lost' ? 'lost' : [200, OWNER])
    if (path.startsWith('/api/v1/phones/')) return answer([200, { key }])
    if (path !== '/api/v1/about') asked.push(`${request.method} ${path}`)
    return answer(server(path))
  })
  await clearAll()
  await useQueue().look()
  await usePhone().start()
  await usePhone().choosePin('271828')
  await keepForm(form)
})

afterEach(() => {
  usePhone().lock()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function answer(reply: Reply): Promise<Response> {
  if (reply === 'lost') return Promise.reject(new TypeError('failed to fetch'))
  return Promise.resolve(new Response(JSON.stringify({ conflicts: [], ...reply[1] }), { status: reply[0], headers: { 'content-type': 'application/json' } }))
}

const states = () => [...visits.values()].map((held) => [held.visit.family.applicant, held.state])

describe('the queue', () => {
  it('sends pictures, then the visit, then authorisations; afterwards nothing of the family is left', async () => {
    const visit = await waiting(1, '示范甲', { authorised: [{ name: '示范甲', kind: 'member' }] })
    await keepPicture('p1', visit.id, new Blob(['x'], { type: 'image/jpeg' }))
    await useQueue().sendAll()
    expect(asked).toEqual(['PUT /api/v1/applications/1/attachments/p1', 'POST /api/v1/applications/1/visits', 'POST /api/v1/applications/1/authorisations'])
    expect([visits.size, families.size, await store.visits.count(), await store.pictures.count(), await store.families.count()]).toEqual([0, 0, 0, 0, 0])
    expect([...outcomes.values()].map((one) => [one.applicant, one.state])).toEqual([['示范甲', 'sent']])
  })

  it('lets one that is refused stand aside with the reason, and sends the others', async () => {
    await waiting(1, '示范甲')
    await waiting(2, '示范乙')
    server = (path) => (path.includes('/1/visits') ? [400, { type: '/problems/wrong-answers', detail: 'members[0].name：“姓名”没有填写。\n另一句。' }] : [200, {}])
    await useQueue().sendAll()
    expect(states()).toEqual([['示范甲', 'refused']])
    const refused = [...visits.values()][0]?.visit
    expect(refused?.wrong).toEqual({ 'members[0].name': '“姓名”没有填写。' })
    expect(refused?.result?.said).toBe('另一句。')
    expect([...outcomes.values()].map((one) => one.applicant)).toEqual(['示范乙'])
  })

  it('goes on after a server error with one of them, and tries that one again later under the same id', async () => {
    const first = await waiting(1, '示范甲')
    await waiting(2, '示范乙')
    let down = true
    server = (path) => (path.includes('/1/visits') && down ? [500, {}] : [200, {}])
    await useQueue().sendAll()
    expect(states()).toEqual([['示范甲', 'waiting']])
    down = false
    await useQueue().sendAll()
    expect(visits.size).toBe(0)
    expect(outcomes.has(first.id)).toBe(true)
  })

  it('loses nothing when the connection breaks, and does not send a picture twice', async () => {
    const visit = await waiting(1, '示范甲')
    await keepPicture('p1', visit.id, new Blob(['x'], { type: 'image/jpeg' }))
    let lost = true
    server = (path) => (lost && (path.includes('/visits') || (asked.length > 1 && path.includes('session'))) ? 'lost' : [200, {}])
    await useQueue().sendAll()
    expect(states()).toEqual([['示范甲', 'waiting']])
    lost = false
    await useQueue().sendAll()
    expect(asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
    expect(visits.size).toBe(0)
  })

  it('asks to sign in again where the session is over, and keeps everything', async () => {
    await waiting(1, '示范甲')
    await waiting(2, '示范乙')
    server = (path) => (path === '/api/v1/session' ? [401] : [200, {}])
    await useQueue().sendAll()
    expect(useQueue().expired.value).toBe(true)
    expect(asked).toEqual([])
    expect(states()).toEqual([['示范甲', 'waiting'], ['示范乙', 'waiting']])
  })

  it('tells of visits that came late, of conflicts and of authorisations that were not taken', async () => {
    await waiting(1, '示范甲')
    await waiting(2, '示范乙', { authorised: [{ name: '示范乙', kind: 'member' }] })
    server = (path) => {
      if (path.includes('/1/visits')) return [200, { late: true }]
      if (path.includes('/2/visits')) return [200, { conflicts: [{ path: 'address', title: '现住址', theirs: '甲村', ours: '乙村', theirsBy: '示范员乙', theirsAt: '' }] }]
      return path.includes('authorisations') ? [409, { detail: '已经往下办了。' }] : [200, {}]
    }
    await useQueue().sendAll()
    expect([...outcomes.values()].map((one) => one.state)).toEqual(['late', 'conflict'])
    expect([...outcomes.values()][1]).toMatchObject({ notAuthorised: '已经往下办了。', conflicts: [{ title: '现住址', theirs: '甲村', ours: '乙村', theirsBy: '示范员乙' }] })
  })
})

describe('what lies on the phone', () => {
  it('names nobody in the open', async () => {
    await waiting(1, '示范甲之家')
    const lying = JSON.stringify(await Promise.all(store.tables.map((table) => table.toArray())), (_key, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value))
    expect(lying).toContain('"application":1')
    expect(lying).not.toContain('示范')
  })

  it('is read again after locking with the PIN, without any network', async () => {
    await waiting(1, '示范甲')
    server = () => 'lost'
    usePhone().lock()
    expect([visits.size, families.size]).toEqual([0, 0])
    expect(await usePhone().unlock('271829')).toBe(false)
    expect(await usePhone().unlock('271828')).toBe(true)
    expect(states()).toEqual([['示范甲', 'waiting']])
    expect(families.get(1)?.applicant).toBe('示范甲')
  })

  it('loses the families after five wrong PINs, and gives the unsent visits back after signing in with a new PIN', async () => {
    await waiting(1, '示范甲')
    usePhone().lock()
    for (let tried = 0; tried < 5; tried++) expect(await usePhone().unlock('999998')).toBe(false)
    expect(usePhone().phase.value).toBe('shut')
    expect(await usePhone().unlock('271828')).toBe(false)
    expect([await store.families.count(), await store.visits.count()]).toEqual([0, 1])
    await usePhone().signedIn()
    await usePhone().choosePin('314159')
    expect(states()).toEqual([['示范甲', 'waiting']])
    expect(families.size).toBe(0)
  })

  it('lets families go when their time is over, but no visit', async () => {
    await waiting(1, '示范甲')
    await keepFamily({ ...family(1, '示范甲'), keepUntil: '2020-01-01T00:00:00.000Z' })
    usePhone().lock()
    await usePhone().start()
    expect([await store.families.count(), await store.visits.count()]).toEqual([0, 1])
  })
})
