import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'
import { apart, typedHeader } from '@shared/typedSearch'

export type Delivery = components['schemas']['Delivery']
export type DeliveryProgress = components['schemas']['DeliveryProgress']
export type SourceRow = components['schemas']['SourceRow']
export type Pair = components['schemas']['Pair']
export type PairRow = components['schemas']['PairRow']
export type PairField = components['schemas']['PairField']
export type Decision = components['schemas']['Decision']

export const ROW_FILTERS = ['outcome', 'link', 'q'] as const
export type RowQuery = Partial<Record<(typeof ROW_FILTERS)[number], string>>

/** All deliveries, newest first; a district sends dozens a month. */
export const deliveries = (limit = 200) => call(api.GET('/api/v1/deliveries', { params: { query: { offset: 0, limit } } }))
export const delivery = (id: number) => call(api.GET('/api/v1/deliveries/{id}', { params: { path: { id } } }))
export const withdraw = (id: number, because: string) =>
  call(api.POST('/api/v1/deliveries/{id}/withdrawal', { params: { path: { id } }, body: { because } }))
export const progress = () => call(api.GET('/api/v1/deliveries/progress'))

export function upload(files: readonly File[]) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return call(api.POST('/api/v1/deliveries', { body: { files: [] }, bodySerializer: () => form }))
}

export const sourceRows = (id: number, query: RowQuery): FetchRows<SourceRow> => (offset, limit, signal) =>
{
  const { rest, headers } = apart(query)
  return call(api.GET('/api/v1/deliveries/{id}/rows', { params: { path: { id }, query: { ...rest, offset, limit } }, headers, signal }))
}

/** The row as it stands in the file; lists mask long numbers. */
export const sourceRow = (id: number, row: number) => call(api.GET('/api/v1/deliveries/{id}/rows/{row}', { params: { path: { id, row } } }))

export const pairRows = (query: { state: string; q?: string }): FetchRows<PairRow> => (offset, limit, signal) =>
  call(api.GET('/api/v1/doubtful-pairs', { params: { query: { state: query.state, offset, limit } }, headers: typedHeader(query.q), signal }))
export const pair = (id: number) => call(api.GET('/api/v1/doubtful-pairs/{id}', { params: { path: { id } } }))
export const openPairs = async () => (await call(api.GET('/api/v1/doubtful-pairs', { params: { query: { state: 'open', limit: 1 } } }))).total

export const decide = (id: number, body: Decision) =>
  call(api.POST('/api/v1/doubtful-pairs/{id}/decision', { params: { path: { id } }, body }))
export const reopen = (id: number) => call(api.DELETE('/api/v1/doubtful-pairs/{id}/decision', { params: { path: { id } } }))
