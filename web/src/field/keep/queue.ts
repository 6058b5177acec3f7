import { computed, readonly, ref } from 'vue'
import { Problem } from '@shared/api/problem'
import { cleaned } from '@shared/form/form'
import { wrongOf } from '@shared/form/wrong'
import { useSession } from '@shared/session'
import { authorise, putPicture, SIGNED_AS, sendVisit, type VisitKept, type VisitSent } from '../api'
import { ROLES, type Visit } from '../visit/visit'
import { usePhone } from './phone'
import { store, type OutcomeState } from './store'
import { keepVisit, keptForm, readPicture, replaceByOutcome, visits, waitingCount, type Outcome } from './visits'

/** The server knows no session: somebody has to sign in before anything goes out. */
export class SignedOut extends Error {}
/** No answer now; later there may be one. */
export class Later extends Error {}

const online = ref(globalThis.navigator?.onLine ?? true)
const expired = ref(false)
const sending = ref('')

export function useQueue() {
  return { online: readonly(online), expired: readonly(expired), sending: readonly(sending), waiting: waitingCount, idle: computed(() => sending.value === ''), sendAll, keepGoing, look }
}

/** Whether the server is there and who it takes us for. */
async function look(): Promise<void> {
  const session = useSession()
  await session.refresh()
  online.value = session.reachable.value
  expired.value = online.value && !session.signedIn.value
}

let running = false

/** Sends what waits, one after another. One that is refused or fails stands aside; the others go on. */
async function sendAll(): Promise<void> {
  if (running || waitingCount.value === 0 || usePhone().phase.value !== 'open') return
  running = true
  try {
    await (navigator.locks ? navigator.locks.request('yimen-queue', { ifAvailable: true }, (held) => (held ? sendEach() : undefined)) : sendEach())
  } finally {
    sending.value = ''
    running = false
  }
}

async function sendEach(): Promise<void> {
  await look()
  if (!online.value || expired.value || !isOwner()) return
  for (const { visit } of [...visits.values()].filter((held) => held.state === 'waiting')) {
    if (usePhone().phase.value !== 'open') return
    sending.value = visit.id
    try {
      await sendOne(visit)
    } catch (failure) {
      if (failure instanceof SignedOut) expired.value = true
      else if (!(failure instanceof Later)) throw failure
      if (failure instanceof SignedOut || !(await stillThere())) return
    }
  }
}

const isOwner = (): boolean => useSession().account.value?.username === usePhone().owner.value?.username

async function stillThere(): Promise<boolean> {
  await look()
  return online.value && !expired.value
}

/** Sends a visit with its pictures. Sent again after a broken connection it stays one visit: every id is the phone's. */
export async function sendOne(visit: Visit): Promise<void> {
  try {
    await sendPictures(visit)
    const kept = await sendVisit(visit.family.application, await bodyOf(visit))
    const notAuthorised = await sendAuthorisations(visit)
    await replaceByOutcome(outcomeOf(visit, kept, notAuthorised))
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    if (failure.status === 401) throw new SignedOut()
    if (isPassing(failure)) throw new Later()
    const wrong = failure.slug === 'wrong-answers' ? wrongOf(failure.detail) : { byPath: {}, rest: [failure.detail || failure.title] }
    await keepVisit({ ...visit, wrong: wrong.byPath, result: { at: new Date().toISOString(), said: wrong.rest.join('\n') } }, 'refused')
  }
}

const isPassing = ({ status }: Problem): boolean => status === 0 || status === 408 || status === 429 || status >= 500

async function sendPictures(visit: Visit): Promise<void> {
  const kept = await store.pictures.where('visit').equals(visit.id).toArray()
  for (const { id } of kept.filter((one) => one.sent === 0)) {
    const picture = await readPicture(id)
    if (picture) await putPicture(visit.family.application, id, picture)
    await store.pictures.update(id, { sent: 1 })
  }
}

/** True words on what could not be registered; a connection that broke is no answer. */
async function sendAuthorisations(visit: Visit): Promise<string> {
  if (visit.authorised.length === 0) return ''
  try {
    await authorise(visit.family.application, visit.authorised.map((one) => ({ ...one, signedOn: visit.authorisedOn })))
    return ''
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status === 401 || isPassing(failure)) throw failure
    return failure.detail || failure.title
  }
}

export async function bodyOf(visit: Visit): Promise<VisitSent> {
  const form = await keptForm()
  if (!form) throw new Later()
  const name = (role: (typeof ROLES)[number]) => visit.signatures[role]?.name ?? visit.names[role]
  return {
    id: visit.id, kind: 'township', visitedAt: new Date(visit.visitedAt).toISOString(), place: visit.place.trim(), investigators: [name('first'), name('second')], signedBy: name('family'),
    formVersion: visit.formVersion, household: cleaned(form, visit.household), note: visit.note.trim(), download: visit.family.download || null, location: visit.location,
    signatures: ROLES.flatMap((role) => { const signed = visit.signatures[role]; return signed ? [{ role: SIGNED_AS[role], name: signed.name, attachment: signed.picture }] : [] }),
    photos: visit.photos.map(({ picture, caption, takenAt }) => ({ attachment: picture, caption, takenAt })),
  }
}

const words = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))

function outcomeOf(visit: Visit, kept: VisitKept, notAuthorised: string): Outcome {
  const conflicts = kept.conflicts.map(({ title, theirs, ours, theirsBy }) => ({ title, theirs: words(theirs), ours: words(ours), theirsBy }))
  const state: OutcomeState = kept.late ? 'late' : conflicts.length > 0 ? 'conflict' : 'sent'
  const { application, number, applicant } = visit.family
  return { id: visit.id, state, at: new Date().toISOString(), application, number, applicant, said: kept.message ?? '', conflicts, notAuthorised }
}

const EVERY = 30_000

/** Sends by itself: when the network comes back, when something was added, and every half minute while something waits. */
function keepGoing(): void {
  addEventListener('online', () => void look().then(sendAll))
  addEventListener('offline', () => { online.value = false })
  setInterval(() => void sendAll(), EVERY)
  void look()
}
