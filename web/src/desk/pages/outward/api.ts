import { api, call } from '@shared/api/client'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'

type Schemas = components['schemas']
export type Pack = Schemas['OutwardPackLine']
export type ShownPack = Schemas['OutwardPack']
export type System = Schemas['OutwardSystem']
export type Omission = Schemas['OutwardOmission']
export type Difference = Schemas['OutwardDifference']
export type Overview = Schemas['OutwardCheckOverview']
export type Finding = Schemas['OutwardFinding']
export type RowToCopy = Schemas['OutwardRowToCopy']
export type FamilyToCopy = Schemas['OutwardFamilyToCopy']

export const FINDING_FILTERS = ['code', 'area', 'level'] as const
export type FindingQuery = Partial<Record<(typeof FINDING_FILTERS)[number], string>>

export const systems = () => call(api.GET('/api/v1/outward/systems'))
export const packs = () => call(api.GET('/api/v1/outward/packs', { params: { query: { offset: 0, limit: 200 } } }))
export const pack = (id: number) => call(api.GET('/api/v1/outward/packs/{id}', { params: { path: { id } } }))
export const makePack = (system: string, area: string) => call(api.POST('/api/v1/outward/packs', { body: { system, area: area || null } }))
export const discard = (id: number, because: string) => call(api.POST('/api/v1/outward/packs/{id}/discarding', { params: { path: { id } }, body: { because } }))
export const acceptAll = (id: number, because: string) => call(api.POST('/api/v1/outward/packs/{id}/acceptance', { params: { path: { id } }, body: { because } }))

export function sendReceipt(id: number, file: File) {
  const form = new FormData()
  form.append('files', file, file.name)
  return call(api.POST('/api/v1/outward/packs/{id}/receipt', { params: { path: { id } }, body: { files: [] }, bodySerializer: () => form }))
}

export const omissions = (id: number) => call(api.GET('/api/v1/outward/packs/{id}/omissions', { params: { path: { id }, query: { offset: 0, limit: 200 } } }))
export const differences = (query: { pack?: number; open?: boolean }) => call(api.GET('/api/v1/outward/differences', { params: { query: { ...query, offset: 0, limit: 200 } } }))
export const openDifferences = async () => (await call(api.GET('/api/v1/outward/differences', { params: { query: { open: true, offset: 0, limit: 1 } } }))).total
export const settle = (id: number, settled: string, because: string) =>
  call(api.POST('/api/v1/outward/differences/{id}/settlement', { params: { path: { id } }, body: { settled, because } }))

export const lastChecks = () => call(api.GET('/api/v1/outward/checks', { params: { query: {} } }))
export const runChecks = () => call(api.POST('/api/v1/outward/checks', { body: { area: null } }))
export const findings = (query: FindingQuery): FetchRows<Finding> => (offset, limit, signal) =>
  call(api.GET('/api/v1/outward/checks/findings', { params: { query: { ...query, offset, limit } }, signal }))

export const families = (id: number) => call(api.GET('/api/v1/outward/packs/{pack}/families', { params: { path: { pack: id }, query: { offset: 0, limit: 200 } } }))
export const family = (id: number, key: string) => call(api.GET('/api/v1/outward/packs/{pack}/families/{family}', { params: { path: { pack: id, family: key } } }))
export const reveal = async (id: number, row: number, place: number): Promise<string> =>
  (await call(api.GET('/api/v1/outward/packs/{pack}/rows/{row}/fields/{place}', { params: { path: { pack: id, row, place } } }))).value
export const markCopied = (id: number, row: number) => call(api.POST('/api/v1/outward/packs/{pack}/rows/{row}/copied', { params: { path: { pack: id, row } } }))
