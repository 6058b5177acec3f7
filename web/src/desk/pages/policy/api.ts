import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'

export type Trial = components['schemas']['Kept']
export type WhatIf = components['schemas']['WhatIf']
export type Flow = components['schemas']['Flow']
export type TownCost = components['schemas']['TownCost']
export type TownEffect = components['schemas']['TownEffect']
export type WatchFlow = components['schemas']['WatchFlow']
export type Affected = components['schemas']['Affected']
export type DatedParameter = components['schemas']['DatedParameter']
export type RuleLine = components['schemas']['RuleLine']
export type Rule = components['schemas']['Rule']
export type NewTrial = components['schemas']['WhatIfTrial']

export const trials = () => call(api.GET('/api/v1/what-ifs'))
export const trial = (id: number) => call(api.GET('/api/v1/what-ifs/{id}', { params: { path: { id } } }))
export const makeTrial = (body: NewTrial) => call(api.POST('/api/v1/what-ifs', { body }))
export const deleteTrial = (id: number) => call(api.DELETE('/api/v1/what-ifs/{id}', { params: { path: { id } } }))

export const affected = (id: number, kind: string): FetchRows<Affected> => (offset, limit, signal) =>
  call(api.GET('/api/v1/what-ifs/{id}/households', { params: { path: { id }, query: { kind, offset, limit } }, signal }))

/** The values that hold in an area today. */
export const parameters = (area: string) => call(api.GET('/api/v1/parameters', { params: { query: area ? { area } : {} } }))
export const rules = () => call(api.GET('/api/v1/rules'))
export const rule = (id: string) => call(api.GET('/api/v1/rules/{id}', { params: { path: { id } } }))
