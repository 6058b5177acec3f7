import { computed, readonly, ref } from 'vue'
import { api, call } from './api/client'
import { Problem } from './api/problem'
import type { components } from './schema'

export type Account = components['schemas']['Account']
export type Permission =
  | 'register.read' | 'register.export' | 'delivery.load' | 'pair.settle' | 'screening.read' | 'screening.run' | 'assess' | 'rules.read' | 'what-if' | 'values.propose' | 'values.decide'
export type DemoAccount = components['schemas']['DemoAccount']

const account = ref<Account | null>(null)
const demo = ref(false)
const demoAccounts = ref<DemoAccount[]>([])
let asked: Promise<void> | null = null

/** Who is signed in; one state for the whole page. */
export function useSession() {
  return {
    account: readonly(account),
    demo: readonly(demo),
    demoAccounts: readonly(demoAccounts),
    signedIn: computed(() => account.value !== null),
    can: (permission: Permission) => account.value?.permissions.includes(permission) ?? false,
    ready: () => (asked ??= ask()),
    signIn,
    signOut,
    forget,
  }
}

async function ask(): Promise<void> {
  try {
    take(await call(api.GET('/api/v1/session'), true))
  } catch (failure) {
    forget()
    if (failure instanceof Problem && failure.status === 401) await askAbout()
  }
}

/** Whether this is a demo, and with which accounts; a server that does not tell is no demo. */
async function askAbout(): Promise<void> {
  const about = await call(api.GET('/api/v1/about'), true).catch(() => null)
  demo.value = about?.demo ?? false
  demoAccounts.value = about?.demoAccounts ?? []
}

async function signIn(username: string, password: string): Promise<void> {
  take(await call(api.POST('/api/v1/session', { body: { username, password } }), true))
  // Signing in changes the token; the answer to this request carries the new one.
  await call(api.GET('/api/v1/session'), true)
}

async function signOut(): Promise<void> {
  await call(api.DELETE('/api/v1/session'), true)
  forget()
  await ask()
}

function forget(): void {
  account.value = null
}

function take(signedIn: Account): void {
  account.value = signedIn
  demo.value = signedIn.demo
}
