/** What the server says when a request fails (RFC 9457), or what we say when no answer came. */
export class Problem extends Error {
  readonly status: number
  readonly slug: string
  readonly title: string
  readonly detail: string
  readonly extensions: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>) {
    const title = text(body['title'])
    const detail = text(body['detail'])
    super(detail || title || `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.slug = text(body['type']).split('/').pop() ?? ''
    this.title = title
    this.detail = detail
    this.extensions = body
  }

  /** No answer at all: network down, server stopped. */
  static unreachable(): Problem {
    return new Problem(0, {})
  }

  static async from(response: Response): Promise<Problem> {
    const type = response.headers.get('content-type') ?? ''
    if (!type.includes('json')) return new Problem(response.status, {})
    const body: unknown = await response.json().catch(() => ({}))
    return Problem.of(response.status, body)
  }

  static of(status: number, body: unknown): Problem {
    return new Problem(status, typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {})
  }
}

const ADVICE = [0, 401, 403, 404, 409, 413, 415, 429, 503]

/** Somebody else was quicker, or the page is old: what is shown no longer holds. */
const STALE = [
  'step-not-now', 'pair-already-settled', 'conflict-settled', 'difference-settled', 'value-decided', 'minor-request-decided', 'pack-closed', 'already-copied', 'effects-outdated',
]
export const isStale = (problem: Problem): boolean => STALE.includes(problem.slug)

/** Message key of the sentence that says what to do next, where the server has no sentence of its own that does. */
export function adviceKey(problem: Problem): string | null {
  if (problem.detail) return null
  if (ADVICE.includes(problem.status)) return `problem.advice.${problem.status}`
  return problem.status >= 500 ? 'problem.advice.500' : 'problem.advice.400'
}

/** Message key of a sentence for problems that come without one. */
export function fallbackKey(problem: Problem): string {
  if (ADVICE.includes(problem.status)) return `problem.title.${problem.status}`
  return problem.status >= 500 ? 'problem.title.500' : 'problem.title.400'
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
