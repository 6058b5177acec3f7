import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'

type Schemas = components['schemas']
export type DeadlineLine = Schemas['DeadlineLine']
export type BulkRow = Schemas['BulkRow']

export const LEVELS = ['mine', 'village', 'township', 'deputy', 'leader', 'district', 'office'] as const
export const DUE = ['today', 'soon', 'late', 'escalated'] as const
export const FILTERS = ['level', 'state', 'town', 'village'] as const
export type DeadlineQuery = Partial<Record<(typeof FILTERS)[number], string>>

/** What the server is asked for; without a level the user's own. */
export function asked(query: DeadlineQuery): { level: string; state?: string; area?: string } {
  const area = query.village ?? query.town
  return { level: query.level ?? 'mine', ...(query.state ? { state: query.state } : {}), ...(area ? { area } : {}) }
}

export const lines = (query: DeadlineQuery): FetchRows<DeadlineLine> => (offset, limit, signal) =>
  call(api.GET('/api/v1/deadlines', { params: { query: { ...asked(query), offset, limit } }, signal }))
export const counts = (query: DeadlineQuery = {}) => call(api.GET('/api/v1/deadlines/counts', { params: { query: asked({ ...query, state: '' }) } }))

/** What is over or ends today at the user's own level. */
export async function waitingLimits(): Promise<number> {
  const { late, today } = await counts()
  return late + today
}

export const kept = (query: { from: string; to: string; by: string }) => call(api.GET('/api/v1/deadlines/in-time', { params: { query } }))

/** What is asked for of which applications: those of ids, or where none are named all that the filter finds. */
export type NewBulkJob = Omit<Schemas['NewBulkJob'], 'filter'> & { filter: WantedApplications | null }
type WantedApplications = { [K in keyof Schemas['ApplicationFilter']]?: Schemas['ApplicationFilter'][K] | undefined }
export type Foretold = Schemas['Foretold']
export type BulkFile = Schemas['BulkFile']
export const foretold = (wanted: NewBulkJob): Promise<Foretold> => call(api.POST('/api/v1/bulk-jobs/check', { body: wanted as unknown as Schemas['NewBulkJob'] }))
export const begin = (wanted: NewBulkJob) => call(api.POST('/api/v1/bulk-jobs', { body: wanted as unknown as Schemas['NewBulkJob'] }))
export const jobs = () => call(api.GET('/api/v1/bulk-jobs', { params: { query: { offset: 0, limit: 50 } } }))
export const job = (id: number) => call(api.GET('/api/v1/bulk-jobs/{id}', { params: { path: { id } } }))
export const stop = (id: number) => call(api.POST('/api/v1/bulk-jobs/{id}/stop', { params: { path: { id } } }))
export const rows = (id: number, outcome: string): FetchRows<BulkRow> => (offset, limit, signal) =>
  call(api.GET('/api/v1/bulk-jobs/{id}/rows', { params: { path: { id }, query: { outcome, offset, limit } }, signal }))
export const printed = (id: number): Promise<BulkFile[]> => call(api.GET('/api/v1/bulk-jobs/{id}/files', { params: { path: { id } } }))
