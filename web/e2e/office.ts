import { expect, request, type APIRequestContext } from '@playwright/test'
import type { Role } from './support'

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
    const { cookies } = await this.at.storageState()
    const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
    const answer = await this.at.post(path, { data, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.text()) === '' ? ({} as T) : ((await answer.json()) as T)
  }

  async knows(path: string): Promise<boolean> {
    return (await this.at.get(path)).status() !== 404
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

/** Whether this server hands out families to phones. */
export async function handsOutFamilies(): Promise<boolean> {
  const village = await Clerk.as('village')
  return village.knows('/api/v1/field/tasks')
}
