import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'

export type Overview = components['schemas']['Overview']
export type AreaGroups = components['schemas']['AreaGroups']
export type Visit = components['schemas']['Visit']

export const VISIT_FILTERS = ['group', 'town', 'village'] as const
export type VisitQuery = Partial<Record<(typeof VISIT_FILTERS)[number], string>>

/** Groups in which a visit may change something. */
export const FOCUS_GROUPS = ['unlistedLikely', 'listedContradicted', 'listedOther'] as const

export const overview = (area?: string) => call(api.GET('/api/v1/screening/overview', { params: { query: area ? { area } : {} } }))
export const screeningProgress = () => call(api.GET('/api/v1/screening/progress'))
/** As of a day, today where none is given. */
export const runScreening = (asOf?: string) => call(api.POST('/api/v1/screening', { params: { query: asOf ? { asOf } : {} } }))

export const visitRows = (query: VisitQuery): FetchRows<Visit> => (offset, limit, signal) =>
  call(api.GET('/api/v1/screening/visits', { params: { query: { ...query, offset, limit } }, signal }))
