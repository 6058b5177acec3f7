import { api, call } from '@shared/api/client'
import type { Form, Household } from '@shared/form/form'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'
import { apart } from '@shared/typedSearch'

type Schemas = components['schemas']
export type ApplicationLine = Schemas['ApplicationLine']
export type NewApplication = Schemas['NewApplication']
export type Receipt = Schemas['Receipt']
export type FamilyCode = Schemas['FamilyCode']
export type CaseStep = Schemas['CaseStep']
export type CaseLimit = Schemas['CaseLimit']
export type NextStep = Schemas['NextStep']
export type CasePaper = Schemas['CasePaper']

/** A determination's result as `docs/spec/assessments.md` describes it; the schema calls it an object. */
export interface Result {
  household: {
    category: string
    categories: Record<string, string>
    returnToPovertyWatch: { result: string; kind: string | null }
    countedMembers: string[]
    perCapitaIncomeMonthly: number | null
    incomeMonthly: number | null
    baseAllowanceMonthly: number | null
    supplementsMonthly: number | null
    monthlyAllowance: number | null
    missing: unknown[]
  }
  persons: Record<string, { counted: boolean | null; tekun: string; tekunBasicMonthly: number | null; careMonthly: number | null; supplementMonthly: number | null }>
  conditions: { id: string; subject: string; result: string; left: unknown; operator: string | null; right: unknown; unit: string | null; basis: string; text: string }[]
}

export type MadeDetermination = Omit<Schemas['MadeDetermination'], 'result'> & { result: Result }
export type Particulars = Schemas['VisitParticulars']
export type KeptVisit = Omit<Schemas['KeptVisit'], 'household' | 'sent' | 'particulars'> & { household: Household; sent: Household | null; particulars: Particulars | null }
export type NewVisit = Omit<Schemas['NewVisit'], 'household'> & { household: Household }
export type RaisedObjection = Schemas['RaisedObjection']
export type MadeDecision = Schemas['MadeDecision']
export type AskedCheck = Schemas['AskedCheck']
export type SignedAuthorisation = Schemas['SignedAuthorisation']
/** A notice in the village: its kind is proposed or confirmed. */
export type Notice = Schemas['HungNotice']

export type CaseRecords = Omit<Schemas['CaseRecords'], 'determinations' | 'visits' | 'lateVisits'> & { determinations: MadeDetermination[]; visits: KeptVisit[]; lateVisits: KeptVisit[] }
export type CaseFile = Omit<Schemas['CaseFile'], 'records'> & { records: CaseRecords }

export const LEDGER_FILTERS = ['state', 'town', 'village', 'text', 'late', 'mine', 'assigned'] as const
export type LedgerQuery = Partial<Record<(typeof LEDGER_FILTERS)[number], string>>

/** What the server is asked for; `mine` stands for the states in which the user's duty begins. */
export function asked(query: LedgerQuery, mine: readonly string[]) {
  const state = query.state ? [query.state] : query.mine ? [...mine] : undefined
  const area = query.village ?? query.town
  return { ...(state ? { state } : {}), ...(area ? { area } : {}), ...(query.text ? { text: query.text } : {}), ...(query.late ? { late: query.late } : {}), ...(query.assigned ? { assigned: query.assigned } : {}) }
}

export const lines = (query: LedgerQuery, mine: readonly string[]): FetchRows<ApplicationLine> => (offset, limit, signal) =>
{
  const { rest, headers } = apart(asked(query, mine))
  return call(api.GET('/api/v1/applications', { params: { query: { ...rest, offset, limit } }, headers, signal }))
}

export const countOf = async (query: LedgerQuery, mine: readonly string[]): Promise<number> =>
  (await call(api.GET('/api/v1/applications', { params: { query: { ...asked(query, mine), offset: 0, limit: 1 } } }))).total

export const applicationsOf = async (household: number): Promise<ApplicationLine[]> =>
  (await call(api.GET('/api/v1/applications', { params: { query: { household, offset: 0, limit: 20 } } }))).items

export type Investigator = Schemas['Investigator']
export const investigatorsOf = (area: string): Promise<Investigator[]> => call(api.GET('/api/v1/investigators', { params: { query: { area } } }))
export const assign = (id: number, investigators: string[]) =>
  call(api.POST('/api/v1/applications/{id}/assignment', { params: { path: { id } }, body: { investigators } }))

export const register = (body: NewApplication): Promise<Receipt> => call(api.POST('/api/v1/applications', { body }))
export const caseFile = async (id: number): Promise<CaseFile> =>
  (await call(api.GET('/api/v1/applications/{id}', { params: { path: { id } } }))) as unknown as CaseFile
export const papersOf = (id: number): Promise<CasePaper[]> => call(api.GET('/api/v1/applications/{id}/papers', { params: { path: { id } } }))
export const visitForm = async (): Promise<Form> => (await call(api.GET('/api/v1/forms/visit'))) as unknown as Form
export const keepVisit = (id: number, body: NewVisit) =>
  call(api.POST('/api/v1/applications/{id}/visits', { params: { path: { id } }, body: body as unknown as Schemas['NewVisit'] }))

/** What a visit's form begins with, as the server knows it; `download` goes back with the visit. */
export type Prefilled = Omit<Schemas['Prefilled'], 'household' | 'origin'> & { household: Household; origin: 'visit' | 'register' | 'nothing' }
export const prefill = async (id: number): Promise<Prefilled> =>
  (await call(api.GET('/api/v1/applications/{id}/prefill', { params: { path: { id } } }))) as unknown as Prefilled

/** Both answers to one matter; what they are depends on the question. */
export type VisitConflict = Omit<Schemas['VisitConflict'], 'theirs' | 'ours' | 'value'> & { theirs: unknown; ours: unknown; value: unknown }
export const visitConflicts = async (id: number): Promise<VisitConflict[]> =>
  (await call(api.GET('/api/v1/applications/{id}/conflicts', { params: { path: { id } } }))) as unknown as VisitConflict[]
export const settleConflict = (id: number, conflict: number, body: { take: 'theirs' | 'ours' | 'other'; value: unknown; because: string }) =>
  call(api.POST('/api/v1/applications/{id}/conflicts/{conflict}/settlement', { params: { path: { id, conflict } }, body: body as unknown as Schemas['ConflictSettlement'] }))

export const progressCode = (id: number) => call(api.GET('/api/v1/applications/{id}/progress-code', { params: { path: { id } } }))
/** Told once: the one before no longer works. */
export const issueCode = (id: number, because: 'first' | 'lost' | 'seen'): Promise<FamilyCode> => call(api.POST('/api/v1/applications/{id}/progress-code', { params: { path: { id } }, body: { because } }))
