import { api, call } from '@shared/api/client'
import type { Form, Household } from '@shared/form/form'
import type { components } from '@shared/schema'
import type { Role, Signer } from './visit/visit'

type Schemas = components['schemas']
/** A family that waits for a visit. */
export type FieldTask = Schemas['FieldTask']
export type TakenFamily = Omit<Schemas['TakenFamily'], 'household' | 'unsigned'> & { household: Household; unsigned: Signer[] }
export type Download = Omit<Schemas['FieldDownload'], 'families'> & { families: TakenFamily[] }
export type VisitSent = Omit<Schemas['NewVisit'], 'household'> & { household: Household }
/** Both answers to one matter; what they are depends on the question. */
export type Differing = Omit<Schemas['VisitConflict'], 'theirs' | 'ours' | 'value'> & { theirs: unknown; ours: unknown }
export type VisitKept = Omit<Schemas['VisitReceipt'], 'conflicts'> & { conflicts: Differing[] }

export const SIGNED_AS: Record<Role, 'family' | 'investigator'> = { family: 'family', first: 'investigator', second: 'investigator' }

export const tasks = (): Promise<FieldTask[]> => call(api.GET('/api/v1/field/tasks', { cache: 'no-store' }))
export const download = async (purpose: string, applications: number[]): Promise<Download> =>
  (await call(api.POST('/api/v1/field/downloads', { body: { purpose, applications } }))) as unknown as Download
export const visitForm = async (): Promise<Form> => (await call(api.GET('/api/v1/forms/visit'))) as unknown as Form

export async function phoneKey(phone: string): Promise<Uint8Array<ArrayBuffer>> {
  const { key } = await call(api.POST('/api/v1/phones/{phone}/key', { params: { path: { phone } } }))
  return Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))
}

/** The schema knows bytes as text. */
export const putPicture = (application: number, id: string, picture: Blob): Promise<Schemas['AttachmentReceipt']> =>
  call(api.PUT('/api/v1/applications/{id}/attachments/{attachment}', { params: { path: { id: application, attachment: id } }, body: picture as unknown as string, bodySerializer: (body) => body, headers: { 'Content-Type': picture.type } }), true)

export const sendVisit = async (application: number, visit: VisitSent): Promise<VisitKept> =>
  (await call(api.POST('/api/v1/applications/{id}/visits', { params: { path: { id: application } }, body: visit as unknown as Schemas['NewVisit'] }), true)) as unknown as VisitKept

export const authorise = (application: number, signed: (Signer & { signedOn: string })[]): Promise<unknown> =>
  call(api.POST('/api/v1/applications/{id}/authorisations', { params: { path: { id: application } }, body: { signed } }), true)
