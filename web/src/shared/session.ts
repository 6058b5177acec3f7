import { computed, readonly, ref } from 'vue'
import { api, call } from './api/client'
import { Problem } from './api/problem'
import type { components } from './schema'

export type Account = components['schemas']['Account']
export type Permission =
  | 'register.read' | 'register.export' | 'delivery.load' | 'pair.settle' | 'screening.read' | 'screening.run' | 'assess' | 'rules.read' | 'what-if' | 'values.propose' | 'values.decide'
  | 'case.read' | 'case.register' | 'case.accept' | 'case.assign' | 'case.investigate' | 'case.check' | 'case.review' | 'case.decide' | 'outward'
  | 'field.health' | 'field.disability' | 'field.bank' | 'field.petition' | 'minors.approve' | 'break-glass' | 'accounts.manage' | 'audit.read' | 'program.state'
export type SignInStep = components['schemas']['SignInStep']
export type Enrolment = components['schemas']['Enrolment']
export type DemoAccount = components['schemas']['DemoAccount']

const account = ref<Account | null>(null)
/** The server no longer knows the session of this user, whose page is still open. */
const ended = ref(false)
const demo = ref(false)
const demoAccounts = ref<DemoAccount[]>([])
/** What the organisation's own issuer of identities is called, where one may sign in there. */
const issuer = ref('')
/** Whether the last question who is signed in had any answer. */
const reachable = ref(true)
let asked: Promise<void> | null = null

/** Who is signed in; one state for the whole page. */
export function useSession() {
  return {
    account: readonly(account),
    ended: readonly(ended),
    demo: readonly(demo),
    demoAccounts: readonly(demoAccounts),
    issuer: readonly(issuer),
    signedIn: computed(() => account.value !== null),
    can: (permission: Permission) => account.value?.permissions.includes(permission) ?? false,
    reachable: readonly(reachable),
    ready: () => (asked ??= ask()),
    refresh: () => (asked = ask()),
    signIn: (username: string, password: string) => step(api.POST('/api/v1/session', { body: { username, password } })),
    issuerAddress: async () => (await call(api.POST('/api/v1/session/issuer-question'), true)).address,
    answerOfIssuer: (code: string, state: string) => step(api.POST('/api/v1/session/issuer-answer', { body: { code, state } })),
    giveCode: (code: string) => step(api.POST('/api/v1/session/code', { body: { code } })),
    showPasskey: (shown: components['schemas']['PasskeyAnswer']) => step(api.POST('/api/v1/session/passkey-answer', { body: shown })),
    enrolment: () => call(api.GET('/api/v1/session/enrolment'), true),
    enrol: (code: string) => step(api.POST('/api/v1/session/enrolment', { body: { code } })),
    choosePassword: (password: string, present: string | null = null) => step(api.POST('/api/v1/session/password', { body: { password, present } })),
    breakGlass: (reason: string) => changed(api.POST('/api/v1/session/emergency', { body: { reason } })),
    endEmergency: () => changed(api.DELETE('/api/v1/session/emergency')),
    signOut,
    forget,
    end,
    look,
  }
}

async function ask(): Promise<void> {
  try {
    take(await call(api.GET('/api/v1/session'), true))
    reachable.value = true
  } catch (failure) {
    reachable.value = failure instanceof Problem && failure.status !== 0
    forget()
    if (failure instanceof Problem && failure.status === 401) await askAbout()
  }
}

/** Whether this is a demo, and with which accounts; a server that does not tell is no demo. */
async function askAbout(): Promise<void> {
  const about = await call(api.GET('/api/v1/about'), true).catch(() => null)
  demo.value = about?.demo ?? false
  demoAccounts.value = about?.demoAccounts ?? []
  issuer.value = about?.issuer ?? ''
}

/** One step of signing in; after the last one somebody is signed in. */
async function step(request: Parameters<typeof call<SignInStep>>[0]): Promise<SignInStep['next']> {
  const { next, account: signedIn } = await call(request, true)
  if (signedIn) take(signedIn)
  // Every step changes the token against forgery; the answer to this request carries the new one.
  await call(api.GET('/api/v1/session'), true).catch(() => null)
  return next
}

/** Something that changes what the user may do. */
async function changed(request: Parameters<typeof call<unknown>>[0]): Promise<void> {
  await call(request)
  take(await call(api.GET('/api/v1/session')))
}

async function signOut(): Promise<void> {
  await call(api.DELETE('/api/v1/session'), true)
  forget()
  await ask()
}

function forget(): void {
  account.value = null
  ended.value = false
}

/** The session is over, what the user has typed is not. */
function end(): void {
  if (!account.value || ended.value) return
  ended.value = true
  void askAbout()
}

/** Whether the session goes on, as after signing in in another window. */
async function look(): Promise<void> {
  const found = await call(api.GET('/api/v1/session'), true).catch(() => null)
  if (found) take(found)
}

function take(signedIn: Account): void {
  account.value = signedIn
  ended.value = false
  demo.value = signedIn.demo
}
