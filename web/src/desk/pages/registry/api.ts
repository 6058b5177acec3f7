import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'
import { apart } from '@shared/typedSearch'

export type HouseholdRow = components['schemas']['HouseholdRow']
export type Household = components['schemas']['Household']
export type Member = components['schemas']['Member']
export type Person = components['schemas']['Person']
export type Fact = components['schemas']['Fact']
export type Screening = components['schemas']['Screening']
export type Condition = components['schemas']['Condition']

export const REGISTER_FILTERS = ['q', 'town', 'village', 'list', 'group', 'suggested', 'watch', 'sort'] as const
export type RegisterQuery = Partial<Record<(typeof REGISTER_FILTERS)[number], string>>

export const householdRows = (query: RegisterQuery): FetchRows<HouseholdRow> => (offset, limit, signal) =>
{
  const { rest, headers } = apart(query)
  return call(api.GET('/api/v1/households', { params: { query: { ...rest, offset, limit } }, headers, signal }))
}

export const household = (id: number) => call(api.GET('/api/v1/households/{id}', { params: { path: { id } } }))
export const person = (id: number) => call(api.GET('/api/v1/persons/{id}', { params: { path: { id } } }))
export const screening = (id: number) => call(api.GET('/api/v1/households/{id}/screening', { params: { path: { id } } }))
export const nearMisses = (id: number) => call(api.GET('/api/v1/households/{id}/near-misses', { params: { path: { id } } }))
export const award = (id: number) => call(api.GET('/api/v1/households/{id}/award', { params: { path: { id } } }))
export const views = (id: number) => call(api.GET('/api/v1/households/{id}/views', { params: { path: { id } } }))
export const minorRequests = () => call(api.GET('/api/v1/minor-requests'))
export const askMinors = (household: number, purpose: string) => call(api.POST('/api/v1/minor-requests', { body: { household, purpose, person: null } }))
export const decideMinors = (id: number, approved: boolean, days: number) =>
  call(api.POST('/api/v1/minor-requests/{id}/decision', { params: { path: { id } }, body: { approved, days, note: '' } }))
