import { api, call } from '@shared/api/client'
import type { components } from '@shared/schema'

export type AccountLine = components['schemas']['AccountLine']
export type Unit = components['schemas']['Unit']
export type OneTimePassword = components['schemas']['OneTimePassword']
export type Place = components['schemas']['Place']
export type PositionLine = components['schemas']['PositionLine']
export type OwnSession = components['schemas']['OwnSession']

const path = (username: string) => ({ params: { path: { username } } })

export const accounts = () => call(api.GET('/api/v1/accounts'))
export const units = () => call(api.GET('/api/v1/units'))
export const positions = () => call(api.GET('/api/v1/positions'))
export const roles = () => call(api.GET('/api/v1/roles'))
export const makeAccount = (username: string, displayName: string, place: Place) => call(api.POST('/api/v1/accounts', { body: { username, displayName, place } }))
export const suspend = (username: string, why: string) => call(api.POST('/api/v1/accounts/{username}/suspension', { ...path(username), body: { why } }))
export const resume = (username: string) => call(api.DELETE('/api/v1/accounts/{username}/suspension', path(username)))
export const move = (username: string, place: Place | null, from: string | null) => call(api.POST('/api/v1/accounts/{username}/position', { ...path(username), body: { place, from } }))
export const reset = (username: string, secondFactor: boolean) => call(api.POST('/api/v1/accounts/{username}/one-time-password', { ...path(username), body: { secondFactor } }))
export const endSessionsOf = (username: string) => call(api.DELETE('/api/v1/accounts/{username}/sessions', path(username)))
export const ownSessions = (): Promise<OwnSession[]> => call(api.GET('/api/v1/own-sessions'))
export const endSession = (handle: string) => call(api.DELETE('/api/v1/own-sessions/{handle}', { params: { path: { handle } } }))
export const endOthers = () => call(api.DELETE('/api/v1/own-sessions'))
export const link = (username: string, subject: string) => call(api.PUT('/api/v1/accounts/{username}/link', { ...path(username), body: { subject } }))
export const unlink = (username: string) => call(api.DELETE('/api/v1/accounts/{username}/link', path(username)))
export const issuerName = async () => (await call(api.GET('/api/v1/about'))).issuer ?? ''
