import { api, call } from '@shared/api/client'
import { RECHECK_STEPS } from '../standing/steps'
import type { CaseFile } from './api'
import { today } from './limits'

export type FieldKind = 'line' | 'text' | 'date' | 'choice' | 'count' | 'town' | 'lines'

export interface StepField {
  id: string
  kind: FieldKind
  required?: boolean
  /** Codes under `cases.option`. */
  options?: readonly string[]
  most?: number
}

type Values = Record<string, string | number>

/** A step's small form; what is typed is text, `send` makes of it what the server wants. */
export interface StepForm {
  fields: StepField[]
  /** Asked once more before it is done. */
  sure?: boolean
  send: (id: number, values: Values) => Promise<unknown>
}

const at = (id: number) => ({ params: { path: { id } } })
const line = (id: string, most = 60): StepField => ({ id, kind: 'line', most })
const because = (most = 500): StepField => ({ id: 'because', kind: 'text', required: true, most })
/** A number field holds a number once something was typed. */
const one = (values: Values, id: string): string => String(values[id] ?? '').trim()
const orNull = (values: Values, id: string): string | null => one(values, id) || null

/** A line each, without blank ones. */
export const linesOf = (text: string): string[] => text.split('\n').map((each) => each.trim()).filter(Boolean)

const propose = (id: number, v: Values) => call(api.POST('/api/v1/applications/{id}/proposal', { ...at(id), body: { because: orNull(v, 'unlikeReport') } }))

/** A proposal after a report that the family doesn't qualify. */
const UNLIKE_REPORT: StepForm = { fields: [{ id: 'unlikeReport', kind: 'text', most: 500 }], send: propose }

/** All steps but those with a page or form of their own (visits, authorisations). */
export const STEPS: Record<string, StepForm> = {
  accept: { fields: [], send: (id) => call(api.POST('/api/v1/applications/{id}/acceptance', at(id))) },
  transfer: {
    fields: [{ id: 'area', kind: 'town', required: true }, because(200)],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/transfer', { ...at(id), body: { area: one(v, 'area'), because: one(v, 'because') } })),
  },
  askPapers: {
    fields: [{ id: 'papers', kind: 'lines', required: true, most: 2000 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/missing-papers', { ...at(id), body: { papers: linesOf(one(v, 'papers')) } })),
  },
  papersIn: { fields: [], send: (id) => call(api.POST('/api/v1/applications/{id}/papers', at(id))) },
  askCheck: { fields: [], send: (id) => call(api.POST('/api/v1/applications/{id}/check', at(id))) },
  startCheck: { fields: [], send: (id) => call(api.POST('/api/v1/applications/{id}/check/start', at(id))) },
  answerCheck: {
    fields: [{ id: 'passes', kind: 'choice', required: true, options: ['passes', 'fails'] }, { id: 'findings', kind: 'text', most: 4000 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/check/report', { ...at(id), body: { passes: v['passes'] === 'passes', findings: orNull(v, 'findings') } })),
  },
  tellCheck: {
    fields: [{ id: 'contested', kind: 'choice', required: true, options: ['agreed', 'contested'] }, { id: 'note', kind: 'text', most: 500 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/check/told', { ...at(id), body: { contested: v['contested'] === 'contested', note: orNull(v, 'note') } })),
  },
  propose: { fields: [], send: propose },
  publish: { fields: [], sure: true, send: (id) => call(api.POST('/api/v1/applications/{id}/notice', at(id))) },
  object: {
    fields: [line('by'), { id: 'raisedOn', kind: 'date', required: true }, { id: 'objection', kind: 'text', required: true, most: 1000 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/objections', { ...at(id), body: { by: orNull(v, 'by'), raisedOn: one(v, 'raisedOn'), text: one(v, 'objection') } })),
  },
  assess: {
    fields: [{ id: 'heldOn', kind: 'date', required: true }, { id: 'forCount', kind: 'count', required: true }, { id: 'againstCount', kind: 'count', required: true }],
    send: (id, v) =>
      call(api.POST('/api/v1/applications/{id}/objections/assembly', { ...at(id), body: { heldOn: one(v, 'heldOn'), forCount: Number(v['forCount']), againstCount: Number(v['againstCount']) } })),
  },
  settle: {
    fields: [{ id: 'result', kind: 'choice', required: true, options: ['upheld', 'dismissed'] }, { id: 'answer', kind: 'text', required: true, most: 1000 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/objections/settlement', { ...at(id), body: { result: one(v, 'result'), answer: one(v, 'answer') } })),
  },
  review: {
    fields: [{ id: 'opinion', kind: 'text', most: 500 }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/review', { ...at(id), body: { note: orNull(v, 'opinion') } })),
  },
  sendBack: { fields: [because()], send: (id, v) => call(api.POST('/api/v1/applications/{id}/return', { ...at(id), body: { because: one(v, 'because') } })) },
  confirm: { fields: [], sure: true, send: (id) => call(api.POST('/api/v1/applications/{id}/confirmation', at(id))) },
  refuse: { fields: [], sure: true, send: (id) => call(api.POST('/api/v1/applications/{id}/refusal', at(id))) },
  serve: {
    fields: [{ id: 'servedOn', kind: 'date', required: true }],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/service', { ...at(id), body: { servedOn: one(v, 'servedOn') } })),
  },
  lengthen: {
    fields: [{ id: 'circumstance', kind: 'choice', required: true, options: ['hukouSplit', 'otherPlace', 'hardInvestigation'] }, because(200)],
    send: (id, v) => call(api.POST('/api/v1/applications/{id}/circumstances', { ...at(id), body: { circumstance: one(v, 'circumstance'), because: one(v, 'because') } })),
  },
  withdraw: { fields: [because()], sure: true, send: (id, v) => call(api.POST('/api/v1/applications/{id}/withdrawal', { ...at(id), body: { because: one(v, 'because') } })) },
  ...RECHECK_STEPS,
  end: { fields: [because()], sure: true, send: (id, v) => call(api.POST('/api/v1/applications/{id}/ending', { ...at(id), body: { because: one(v, 'because') } })) },
}

/** The form of a step of a case, by what is known of it. */
export const formOf = (step: string, file: CaseFile): StepForm | undefined =>
  step === 'propose' && file.records.checks.at(-1)?.passes === false ? UNLIKE_REPORT : STEPS[step]

/** Fields that begin with an answer: days with today. */
export const beginning = (form: StepForm): Values => Object.fromEntries(form.fields.map((field) => [field.id, field.kind === 'date' && field.required ? today() : '']))

/** Ids of the fields that still have to be filled in. */
export const missing = (form: StepForm, values: Values): string[] =>
  form.fields.filter((field) => field.required && !one(values, field.id)).map((field) => field.id)

/** Steps that are taken outside the usual course; they stand apart. */
export const ASIDE: readonly string[] = ['lengthen', 'withdraw', 'end', 'transfer', 'cancelRecheck', 'reverseChange']
