import { api, call } from '@shared/api/client'
import type { Form, Household } from '@shared/form/form'
import type { Location, Role, Signer, Source } from './visit/visit'

/** A family that waits for a visit. */
export interface FieldTask {
  application: number
  number: string
  applicant: string
  town: string
  village: string
  appliedFor: string
  state: string
  due: string | null
  daysLate: number
  lastVisit?: { at: string; by: string } | null
  /** Who is to visit it, by name; empty where nobody was named. */
  assigned?: string
  mine?: boolean
}

export interface TakenFamily {
  download: string
  application: number
  number: string
  applicant: string
  phone: string | null
  village: string
  appliedFor: string
  due: string | null
  household: Household
  sources: Record<string, Source>
  unsigned: Signer[]
}

export interface Download {
  takenAt: string
  keepUntil: string
  families: TakenFamily[]
}

export interface VisitSent {
  id: string
  kind: string
  visitedAt: string
  place: string
  investigators: string[]
  signedBy: string
  formVersion: number
  household: Household
  note: string
  download: string | null
  location: Location | null
  signatures: { role: 'family' | 'investigator'; name: string; attachment: string }[]
  photos: { attachment: string; caption: string; takenAt: string }[]
}

export interface VisitKept {
  late?: boolean
  merged?: unknown
  conflicts?: { path: string; title: string; theirs: unknown; ours: unknown; theirsBy: string; theirsAt: string }[]
  message?: string | null
}

export const SIGNED_AS: Record<Role, 'family' | 'investigator'> = { family: 'family', first: 'investigator', second: 'investigator' }

type Raw = Record<'GET' | 'POST' | 'PUT', (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>>
const raw = api as unknown as Raw

export const tasks = async (): Promise<FieldTask[]> => (await call(raw.GET('/api/v1/field/tasks', { cache: 'no-store' }))) as FieldTask[]
export const download = async (purpose: string, applications: number[]): Promise<Download> => (await call(raw.POST('/api/v1/field/downloads', { body: { purpose, applications } }))) as Download
export const visitForm = async (): Promise<Form> => (await call(api.GET('/api/v1/forms/visit'))) as unknown as Form

export async function phoneKey(phone: string): Promise<Uint8Array<ArrayBuffer>> {
  const { key } = await call(api.POST('/api/v1/phones/{phone}/key', { params: { path: { phone } } }))
  return Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))
}

export const putPicture = (application: number, id: string, picture: Blob): Promise<unknown> =>
  call(raw.PUT('/api/v1/applications/{id}/attachments/{attachment}', { params: { path: { id: application, attachment: id } }, body: picture, bodySerializer: (body: Blob) => body, headers: { 'Content-Type': picture.type } }), true)

export const sendVisit = async (application: number, visit: VisitSent): Promise<VisitKept> =>
  (await call(raw.POST('/api/v1/applications/{id}/visits', { params: { path: { id: application } }, body: visit }), true)) as VisitKept

export const authorise = (application: number, signed: (Signer & { signedOn: string })[]): Promise<unknown> =>
  call(api.POST('/api/v1/applications/{id}/authorisations', { params: { path: { id: application } }, body: { signed } }), true)
