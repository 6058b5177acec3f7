export { yuan } from '@shared/format'
