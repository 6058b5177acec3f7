import { api, call } from '@shared/api/client'

export const overview = () => call(api.GET('/api/v1/screening/overview', { params: { query: {} } }))
export const lastDeliveries = () => call(api.GET('/api/v1/deliveries', { params: { query: { offset: 0, limit: 8 } } }))
export const openPairs = async () => (await call(api.GET('/api/v1/doubtful-pairs', { params: { query: { state: 'open', limit: 1 } } }))).total
export const ownLimits = () => call(api.GET('/api/v1/deadlines/counts', { params: { query: { level: 'mine' } } }))
