import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '@shared/schema'
import { sendOnce } from './once'
import { Problem } from './problem'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The token of Spring's cookie goes back as a header with everything that changes something. */
const forgeryGuard: Middleware = {
  onRequest({ request }) {
    const token = cookie('__Host-XSRF-TOKEN') ?? cookie('XSRF-TOKEN')
    if (!SAFE.has(request.method) && token) request.headers.set('X-XSRF-TOKEN', token)
    return request
  },
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '/',
  headers: { Accept: 'application/json, application/problem+json' },
  fetch: sendOnce,
})
api.use(forgeryGuard)

type Answer<T> = { data?: T; error?: unknown; response: Response }
const signedOutListeners = new Set<() => void>()

/** Calls back when the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** The body of a successful answer; every failure is a {@link Problem}. */
export async function call<T>(request: Promise<Answer<T>>, silent = false): Promise<T> {
  const answer = await request.catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw Problem.unreachable()
  })
  if (answer.response.ok) return answer.data as T
  const problem = (await isOver(answer.response.status, silent)) ?? Problem.of(answer.response.status, answer.error)
  if (problem.status === 401 && !silent) signedOutListeners.forEach((listener) => listener())
  throw problem
}

/**
 * Who signs out takes the token against forgery along, so that a page still open is refused for want of that: then it is
 * asked whether there still is a session, which brings a new token too.
 */
async function isOver(status: number, silent: boolean): Promise<Problem | null> {
  if (status !== 403 || silent) return null
  const session = await api.GET('/api/v1/session').catch(() => null)
  return session?.response.status === 401 ? Problem.of(401, session.error) : null
}

export function cookie(name: string, source = document.cookie): string | null {
  const found = source.split('; ').find((part) => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}
