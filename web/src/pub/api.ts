import { api, call } from '@shared/api/client'
import type { components } from '@shared/schema'

type Schemas = components['schemas']
export type VillageNotices = Schemas['VillageNotices']
export type VillageNotice = Schemas['VillageNotice']
export type FamilyProgress = Schemas['FamilyProgress']
export type FamilyDecision = Schemas['FamilyDecision']
export type FamilyRecheck = Schemas['FamilyRecheck']
export type FamilyChange = Schemas['FamilyChange']
export type FamilyLook = Schemas['FamilyLook']

export const noticesOf = (area: string): Promise<VillageNotices> => call(api.GET('/api/v1/public/villages/{area}/notices', { params: { path: { area } } }))

/** Whether all people and figures are invented. */
export const isDemo = async (): Promise<boolean> => (await call(api.GET('/api/v1/about'))).demo

/** What the slip opens; the token against forgery comes with any answer before. */
export const progressOf = async (typed: Schemas['TypedCode']): Promise<FamilyProgress> => call(api.POST('/api/v1/public/progress', { body: typed }), true)
