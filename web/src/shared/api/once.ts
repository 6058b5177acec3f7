/**
 * Sends what makes something with an Idempotency-Key. As long as nobody knows whether a submission
 * was done – no answer, or one that says to try later – the same content goes out under the same
 * key, so that sending it again can't do it twice.
 */
const undecided = new Map<string, string>()
const PATIENCE = 5

export async function sendOnce(request: Request): Promise<Response> {
  // forms of sign-in and of public pages hold secrets that must not stay in memory; files are known by their bytes
  const keyed =
    request.method === 'POST' &&
    !request.url.includes('/api/v1/session') &&
    !request.url.includes('/api/v1/public/') &&
    !(request.headers.get('content-type') ?? '').startsWith('multipart/')
  if (!keyed) return globalThis.fetch(request)
  const submission = `${request.url}\n${await request.clone().text()}`
  const key = undecided.get(submission) ?? freshKey()
  undecided.set(submission, key)
  request.headers.set('Idempotency-Key', key)
  for (let attempt = 1; ; attempt++) {
    const answer = await globalThis.fetch(request.clone())
    if (attempt < PATIENCE && (await beingDone(answer))) {
      await wait(answer)
      continue
    }
    if (answer.status < 500 && answer.status !== 409) undecided.delete(submission)
    return answer
  }
}

async function beingDone(answer: Response): Promise<boolean> {
  if (answer.status !== 409) return false
  const body: unknown = await answer.clone().json().catch(() => null)
  return (body as { type?: string } | null)?.type === '/problems/being-done'
}

function wait(answer: Response): Promise<void> {
  const seconds = Number(answer.headers.get('retry-after') ?? '1')
  return new Promise((done) => setTimeout(done, Math.min(Math.max(seconds, 0), 5) * 1000))
}

/** 128 bits by chance; randomUUID is missing where a page came without https. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
