/** Types of the API, in the form openapi-typescript writes. */
type Page<T> = { total: number; items: T[] }
type Get<Q, R> = { parameters: { query?: Q; header?: never; path?: never; cookie?: never }; get: { parameters: { query?: Q }; responses: { 200: Json<R> } } }
type GetOne<P, Q, R> = { parameters: { path: P }; get: { parameters: { path: P; query?: Q }; responses: { 200: Json<R> } } }
type Json<R> = { headers: Record<string, unknown>; content: { 'application/json': R } }
type Body<B> = { content: { 'application/json': B } }
type Empty = { headers: Record<string, unknown>; content?: never }
type Window = { offset?: number; limit?: number }

export interface components {
  schemas: {
    Account: {
      username: string; displayName: string; role: string; roleName: string; unit: string
      areaCode: string; areaName: string; permissions: string[]; demo: boolean
    }
    DemoAccount: { username: string; password: string; name: string; unit: string }
    About: { demo: boolean; demoAccounts: components['schemas']['DemoAccount'][] }
    Area: { code: string; name: string; level: string; parent: string | null }
    ProblemText: { type: string; title: string; detail: string }
    Delivery: {
      id: number; fileName: string; bureau: string | null; formatTitle: string | null; state: string
      rows: number; taken: number; doubtful: number; refused: number; skipped: number
      linked: number; review: number; founded: number; progress: number
      problem: components['schemas']['ProblemText'] | null; receivedAt: string; finishedAt: string | null
    }
    DeliveryProgress: {
      running: boolean; step: string; file: string | null
      filesDone: number; filesTotal: number; rowsDone: number; rowsTotal: number
    }
    SourceRow: {
      id: number; sheet: string; row: number; outcome: string; reason: string | null
      link: string | null; linkReason: string | null; person: number | null; household: number | null; values: Record<string, string>
    }
    HouseholdRow: {
      id: number; number: string; head: string; town: string; village: string; size: number; lists: string[]
      suggestedCategory: string | null; group: string | null; certainty: string | null; watchKind: string | null; reason: string | null
    }
    FactSource: { bureau: string; fileName: string; sheet: string; row: number }
    Fact: {
      kind: string; kindName: string; text: string; amount: number | null; code: string | null
      from: string | null; to: string | null; recordedAt: string; subject: string; source: components['schemas']['FactSource'] | null
    }
    Member: {
      id: number; name: string; relation: string; relationName: string; sex: string | null; birthDate: string | null; age: number | null
      citizenNumber: string | null; diedOn: string | null; from: string | null; to: string | null
    }
    Household: {
      id: number; number: string; address: string | null; town: string; village: string; residence: string | null
      members: components['schemas']['Member'][]; facts: components['schemas']['Fact'][]
    }
    Person: {
      id: number; name: string; sex: string | null; birthDate: string | null; age: number | null; ethnicGroup: string | null
      citizenNumber: string | null; diedOn: string | null
      names: { name: string; sources: string[] }[]
      households: { id: number; number: string; relationName: string; from: string | null; to: string | null; address: string | null }[]
      facts: components['schemas']['Fact'][]
      records: {
        delivery: number; fileName: string; bureau: string; sheet: string; row: number
        link: string; linkReason: string | null; weight: number | null
      }[]
    }
    Condition: {
      id: string; title: string; subject: string; result: string; text: string; basis: string; missing: string[]
      left: unknown; operator: string | null; right: unknown; unit: string | null
    }
    Parameter: { id: string; title: string; value: unknown; unit: string | null; basis: string; from: string | null }
    Screening: {
      group: string; groupName: string; suggestedCategory: string | null; suggestedName: string | null; certainty: string
      watchKind: string | null; reason: string; missing: { code: string; text: string }[]; against: string[]; indication: boolean
      conditions: components['schemas']['Condition'][]; categories: Record<string, string>
      parameters: components['schemas']['Parameter'][]; asOf: string; runId: number
    }
    PairRow: {
      id: number; fileName: string; bureau: string; name: string; candidateName: string; weight: number; why: string; state: string
    }
    PairField: { field: string; label: string; left: string | null; right: string | null; agreement: string }
    Pair: {
      id: number; state: string; why: string; row: { fileName: string; sheet: string; row: number }
      candidates: { person: number; weight: number; fields: components['schemas']['PairField'][] }[]
    }
    Decision: { decision: string; person: number | null; note: string | null }
    AreaGroups: { code: string; name: string; level: string; households: number; groups: Record<string, number> }
    Overview: {
      runId: number; asOf: string; finishedAt: string; households: number; persons: number
      groups: Record<string, number>; suggested: Record<string, number>; areas: components['schemas']['AreaGroups'][]
    }
    Visit: {
      household: number; number: string; head: string; town: string; village: string; size: number; group: string
      suggestedCategory: string | null; certainty: string; worth: number; reason: string; missing: string[]
    }
    ScreeningProgress: { running: boolean; done: number; total: number }
  }
}
type S = components['schemas']

export interface paths {
  '/api/v1/session': {
    get: { parameters: { query?: never }; responses: { 200: Json<S['Account']> } }
    post: { parameters: { query?: never }; requestBody: Body<{ username: string; password: string }>; responses: { 200: Json<S['Account']> } }
    delete: { parameters: { query?: never }; responses: { 204: Empty } }
  }
  '/api/v1/about': Get<never, S['About']>
  '/api/v1/areas': Get<never, S['Area'][]>
  '/api/v1/deliveries': Get<Window, Page<S['Delivery']>> & {
    post: { parameters: { query?: never }; requestBody: { content: { 'multipart/form-data': { files: string[] } } }; responses: { 202: Json<Page<S['Delivery']>> } }
  }
  '/api/v1/deliveries/progress': Get<never, S['DeliveryProgress']>
  '/api/v1/deliveries/{id}': GetOne<{ id: number }, never, S['Delivery']>
  '/api/v1/deliveries/{id}/rows': GetOne<{ id: number }, Window & { outcome?: string; link?: string; q?: string }, Page<S['SourceRow']>>
  '/api/v1/households': Get<
    Window & { q?: string; town?: string; village?: string; list?: string; group?: string; suggested?: string; watch?: string; sort?: string },
    Page<S['HouseholdRow']>
  >
  '/api/v1/households/{id}': GetOne<{ id: number }, never, S['Household']>
  '/api/v1/households/{id}/screening': GetOne<{ id: number }, never, S['Screening']>
  '/api/v1/persons/{id}': GetOne<{ id: number }, never, S['Person']>
  '/api/v1/doubtful-pairs': Get<Window & { state?: string; q?: string }, Page<S['PairRow']>>
  '/api/v1/doubtful-pairs/{id}': GetOne<{ id: number }, never, S['Pair']>
  '/api/v1/doubtful-pairs/{id}/decision': {
    parameters: { path: { id: number } }
    post: { parameters: { path: { id: number } }; requestBody: Body<S['Decision']>; responses: { 200: Json<S['Pair']> } }
    delete: { parameters: { path: { id: number } }; responses: { 204: Empty } }
  }
  '/api/v1/screening/overview': Get<{ area?: string }, S['Overview']>
  '/api/v1/screening/visits': Get<Window & { group?: string; town?: string; village?: string }, Page<S['Visit']>>
  '/api/v1/screening/progress': Get<never, S['ScreeningProgress']>
  '/api/v1/screening': { post: { parameters: { query?: never }; responses: { 202: Empty } } }
}
