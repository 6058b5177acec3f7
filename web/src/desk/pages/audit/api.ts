import { api, call } from '@shared/api/client'
import type { components } from '@shared/schema'

export type AuditLine = components['schemas']['AuditLine']

export const entries = (query: { day?: string; who?: string; deed?: string; open?: boolean }) => call(api.GET('/api/v1/audit', { params: { query } }))
export const deeds = () => call(api.GET('/api/v1/audit/deeds'))
export const heads = () => call(api.GET('/api/v1/audit/heads'))
export const check = () => call(api.POST('/api/v1/audit/check'))
export const lookedInto = (part: number, seq: number) => call(api.POST('/api/v1/audit/entries/{part}/{seq}/looked-into', { params: { path: { part, seq } } }))

/** Emergencies that nobody has looked into yet. */
export const openAlerts = async () => (await entries({ open: true })).length
