import { api, call } from '@shared/api/client'
import type { components } from '@shared/schema'

type Schemas = components['schemas']
export type VillageNotices = Schemas['VillageNotices']
export type VillageNotice = Schemas['VillageNotice']

export const noticesOf = (area: string): Promise<VillageNotices> => call(api.GET('/api/v1/public/villages/{area}/notices', { params: { path: { area } } }))

/** Whether all people and figures are invented. */
export const isDemo = async (): Promise<boolean> => (await call(api.GET('/api/v1/about'))).demo
