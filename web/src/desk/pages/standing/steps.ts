import { api, call } from '@shared/api/client'
import type { StepForm } from '../casework/steps'

const at = (id: number) => ({ params: { path: { id } } })
const text = (value: string | number | undefined): string => String(value ?? '').trim()

/** The steps of re-checks that applications don't have; their first step is taken on the family's page. */
export const RECHECK_STEPS: Record<string, StepForm> = {
  proposeChange: {
    fields: [{ id: 'graceMonths', kind: 'count' }, { id: 'lastPaidMonth', kind: 'date' }, { id: 'unchangedBecause', kind: 'text', most: 500 }],
    send: (id, v) =>
      call(api.POST('/api/v1/rechecks/{id}/proposal', {
        ...at(id),
        body: { graceMonths: text(v['graceMonths']) ? Number(v['graceMonths']) : null, unchangedBecause: text(v['unchangedBecause']) || null, lastPaidMonth: text(v['lastPaidMonth']) || null },
      })),
  },
  publishEnding: { fields: [], sure: true, send: (id) => call(api.POST('/api/v1/rechecks/{id}/notice', at(id))) },
  reviewChange: {
    fields: [{ id: 'opinion', kind: 'text', most: 500 }],
    send: (id, v) => call(api.POST('/api/v1/rechecks/{id}/review', { ...at(id), body: { note: text(v['opinion']) || null } })),
  },
  decideChange: { fields: [], sure: true, send: (id) => call(api.POST('/api/v1/rechecks/{id}/decision', at(id))) },
  serveChange: {
    fields: [{ id: 'servedOn', kind: 'date', required: true }],
    send: (id, v) => call(api.POST('/api/v1/rechecks/{id}/service', { ...at(id), body: { servedOn: text(v['servedOn']) } })),
  },
  cancelRecheck: {
    fields: [{ id: 'because', kind: 'text', required: true, most: 500 }],
    send: (id, v) => call(api.POST('/api/v1/rechecks/{id}/cancellation', { ...at(id), body: { because: text(v['because']) } })),
  },
  reverseChange: {
    fields: [{ id: 'because', kind: 'text', required: true, most: 500 }],
    sure: true,
    send: (id, v) => call(api.POST('/api/v1/rechecks/{id}/reversal', { ...at(id), body: { because: text(v['because']) } })),
  },
}
