import type { BrowserContext, Route } from '@playwright/test'
import { handsOutFamilies } from './office'

export interface Household { members: Record<string, unknown>[]; [id: string]: unknown }
export interface HandedOut { application: number; applicant: string; household: Household }

const NOT_KNOWN = ['download', 'location', 'signatures', 'photos']

const task = ({ application, applicant }: HandedOut) => ({ application, number: `S${application}`, applicant, town: '示范乡', village: '苇子村', appliedFor: 'dibao', state: 'accepted', due: null, daysLate: 0 })
const taken = ({ application, applicant, household }: HandedOut) => ({
  download: crypto.randomUUID(), application, number: `S${application}`, applicant, phone: '13900000000', village: '苇子村', appliedFor: 'dibao', due: null, household,
  sources: { 'members[0].name': { source: '申请登记', on: '2026-11-29' } }, unsigned: [{ name: applicant, kind: 'member' }],
})

/** Hands families out to the phone in place of the server, with what the test says is known of them. */
export async function handOut(context: BrowserContext, families: HandedOut[]): Promise<void> {
  await context.route('**/api/v1/field/tasks', (route) => route.fulfill({ json: families.map(task) }))
  await context.route('**/api/v1/field/downloads', (route) => {
    const { applications } = route.request().postDataJSON() as { applications: number[] }
    return route.fulfill({ json: { takenAt: new Date().toISOString(), keepUntil: '2999-01-01T00:00:00Z', families: families.filter((one) => applications.includes(one.application)).map(taken) } })
  })
}

/** As {@link handOut}, only where the server has no families for phones yet; it then keeps neither pictures nor places. */
export async function handOutWhereMissing(context: BrowserContext, ...families: { application: number; applicant: string }[]): Promise<void> {
  if (await handsOutFamilies()) return
  await handOut(context, families.map((one) => ({ ...one, household: { phone: '13900000000', members: [{ id: 'm1', name: one.applicant }] } })))
  await context.route('**/attachments/*', (route) => route.fulfill({ json: {} }))
  await context.route('**/api/v1/applications/*/visits', (route: Route) => {
    const body = Object.entries(route.request().postDataJSON() as object).filter(([key]) => !NOT_KNOWN.includes(key))
    return route.continue({ postData: JSON.stringify(Object.fromEntries(body)) })
  })
}
