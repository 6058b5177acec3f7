import { expect, request, type APIRequestContext } from '@playwright/test'
import { programsNow, programsToday, type Role } from './support'

const PASSWORD = process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo'
const URL = process.env['YIMEN_URL'] ?? 'http://localhost:8080'

/** Somebody at a desk, by the API: what has to be done before a page can be tried. */
export class Clerk {
  private constructor(private readonly at: APIRequestContext) {}

  static async as(role: Role): Promise<Clerk> {
    const clerk = new Clerk(await request.newContext({ baseURL: URL }))
    await clerk.at.get('/api/v1/session')
    await clerk.post('/api/v1/session', { username: role, password: PASSWORD })
    await clerk.at.get('/api/v1/session')
    return clerk
  }

  async post<T>(path: string, data: object): Promise<T> {
    const answer = await this.send(path, data)
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.text()) === '' ? ({} as T) : ((await answer.json()) as T)
  }

  /** What the server answers to who tries this: the status, and what it says. */
  async tries(path: string, data: object): Promise<string> {
    const answer = await this.send(path, data)
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string }
    return `${answer.status()} ${detail ?? ''}`
  }

  /** The status of what this answers to who looks. */
  async looks(path: string): Promise<number> {
    return (await this.at.get(path)).status()
  }

  private async send(path: string, data: object) {
    const { cookies } = await this.at.storageState()
    const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
    return this.at.post(path, { data, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.at.get(path)
    expect(answer.ok(), path).toBe(true)
    return (await answer.json()) as T
  }
}

/** The village whose families the demo's village worker visits. */
export async function ownVillage(village: Clerk): Promise<string> {
  const { areaCode } = await village.get<{ areaCode: string }>('/api/v1/session')
  return areaCode
}

/** An accepted application of a family: of the register, or one it doesn't know. */
export async function acceptedCase(applicant: string, household: number | null = null): Promise<number> {
  const village = await Clerk.as('village')
  const area = household === null ? await ownVillage(village) : null
  const { id } = await village.post<{ id: number }>('/api/v1/applications', {
    applicant, household, area, appliedFor: 'dibao', consent: true, handedIn: 'applicant', phone: '13900000000', request: '家里有困难', delegate: null, relativeOf: null,
  })
  await (await Clerk.as('township')).post(`/api/v1/applications/${id}/acceptance`, {})
  return id
}

/** A single person who earns 500 a month, as a visit finds her; more answers on top. */
const found = (applicant: string, more: object) => ({
  residence: 'rural', address: '苇子村 13 号', members: [{ id: 'm1', name: applicant, relation: 'applicant', birthDate: '1990-03-01', income: [{ kind: 'wage', monthly: 500 }] }], ...more,
})

/**
 * An application that was authorised, checked and visited, and waits for its proposal. With several sets of answers that
 * many visitors took the family along before any of them came back.
 */
export async function investigated(applicant: string, ...answers: object[]): Promise<number> {
  const id = await acceptedCase(applicant)
  const [village, township, checker] = [await Clerk.as('village'), await Clerk.as('township'), await Clerk.as('checker')]
  await village.post(`/api/v1/applications/${id}/authorisations`, { signed: [{ name: applicant, kind: 'member', signedOn: programsToday() }] })
  await township.post(`/api/v1/applications/${id}/check`, {})
  await checker.post(`/api/v1/applications/${id}/check/start`, {})
  await checker.post(`/api/v1/applications/${id}/check/report`, { passes: true, findings: null })
  const visits = answers.length > 0 ? answers : [{}]
  const downloads: string[] = []
  while (downloads.length < visits.length) {
    const { families } = await village.post<{ families: { download: string }[] }>('/api/v1/field/downloads', { purpose: '入户调查', applications: [id] })
    downloads.push(families[0]?.download ?? '')
  }
  for (const [index, more] of visits.entries()) {
    await village.post(`/api/v1/applications/${id}/visits`, {
      id: crypto.randomUUID(), kind: 'township', visitedAt: programsNow().toISOString(), place: '家里', investigators: ['示范甲', '示范乙'], signedBy: applicant, formVersion: 2,
      household: found(applicant, more), note: null, download: downloads[index], location: null, signatures: [], photos: [],
    })
  }
  return id
}
