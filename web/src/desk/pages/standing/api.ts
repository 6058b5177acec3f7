import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'
import { apart } from '@shared/typedSearch'

type Schemas = components['schemas']
export type StandingLine = Schemas['StandingLine']
export type StandingCard = Schemas['StandingCard']
export type NewRecheck = Schemas['NewRecheck']
export type RecheckView = Schemas['RecheckView']
export type RecheckPaper = Schemas['RecheckPaper']
export type DueAmount = Schemas['DueAmount']

export const STANDING_FILTERS = ['due', 'town', 'village', 'category', 'text'] as const
export type StandingQuery = Partial<Record<(typeof STANDING_FILTERS)[number], string>>

/** What falls due, in the order in which it is looked for. */
export const DUE = ['late', 'soon', 'expiring', 'recheck', 'grace', 'ended'] as const

export const CAUSES = ['due', 'reported', 'members', 'found', 'death', 'employed', 'jobRefusal', 'tekunLost', 'selfCare', 'voluntary'] as const

function asked(query: StandingQuery) {
  const area = query.village ?? query.town
  return { ...(query.due ? { due: query.due } : {}), ...(area ? { area } : {}), ...(query.category ? { category: query.category } : {}), ...(query.text ? { text: query.text } : {}) }
}

export const lines = (query: StandingQuery): FetchRows<StandingLine> => (offset, limit, signal) =>
{
  const { rest, headers } = apart(asked(query))
  return call(api.GET('/api/v1/standings', { params: { query: { ...rest, offset, limit } }, headers, signal }))
}

const countOf = async (due: string): Promise<number> => (await call(api.GET('/api/v1/standings', { params: { query: { due, offset: 0, limit: 1 } } }))).total

/** Re-checks that are late and validity that runs out: nobody else reminds of them. */
export async function waiting(): Promise<number> {
  const [late, expiring] = await Promise.all([countOf('late'), countOf('expiring')])
  return late + expiring
}

/** Where a household stands now; what is over is left out. */
export const standingsOf = async (household: number): Promise<StandingLine[]> =>
  (await call(api.GET('/api/v1/standings', { params: { query: { household, offset: 0, limit: 10 } } }))).items.filter((one) => !one.endedOn)

/** Families on the rolls that are not in the list yet. */
export const onRolls = () => call(api.GET('/api/v1/take-over'))
export const takeOver = () => call(api.POST('/api/v1/take-over'))

/** Months from which payment goes by other values, newest first. */
export const adjustmentMonths = () => call(api.GET('/api/v1/adjustments/months'))
/** Whom the values of a month (its first day) raise, and whom they touch but not by themselves. */
export const adjustment = (month: string) => call(api.GET('/api/v1/adjustments/{month}', { params: { path: { month } } }))
export const carryOut = (month: string) => call(api.POST('/api/v1/adjustments/{month}', { params: { path: { month } } }))

export const card = (id: number): Promise<StandingCard> => call(api.GET('/api/v1/standings/{id}', { params: { path: { id } } }))
export const open = (id: number, body: NewRecheck) => call(api.POST('/api/v1/standings/{id}/rechecks', { params: { path: { id } }, body }))
export const delay = (id: number, until: string, because: string) => call(api.POST('/api/v1/standings/{id}/delay', { params: { path: { id } }, body: { until, because } }))
export const recheck = (id: number): Promise<RecheckView> => call(api.GET('/api/v1/rechecks/{id}', { params: { path: { id } } }))
export const paper = (id: number): Promise<RecheckPaper> => call(api.GET('/api/v1/rechecks/{id}/paper', { params: { path: { id } } }))
