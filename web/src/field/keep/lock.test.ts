import { describe, expect, it } from 'vitest'
import { afterFailure, isFitPin, isShut, ITERATIONS, makeLock, MOST_FAILURES, open, openLock, reopenLock, seal, WrongPin } from './lock'

const server = () => crypto.getRandomValues(new Uint8Array(32))
const quick = 1_000
const shut = (lock: Awaited<ReturnType<typeof makeLock>>['lock']) => Array.from({ length: MOST_FAILURES }).reduce<typeof lock>((one) => afterFailure(one), lock)

describe('the lock of the phone', () => {
  it('opens with the PIN and with nothing else', async () => {
    const { lock, keys } = await makeLock('p', '271828', server(), quick)
    const sealed = await seal(keys.families, 'family:1', { name: '示范甲' })
    const again = await openLock(lock, '271828')
    expect(await open(again.families, 'family:1', sealed)).toEqual({ name: '示范甲' })
    await expect(openLock(lock, '271829')).rejects.toBeInstanceOf(WrongPin)
  })

  it('takes at least 600,000 rounds for a try', async () => {
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000)
    expect((await makeLock('p', '271828', server())).lock.iterations).toBe(ITERATIONS)
  })

  it('is of no use with the PIN on another phone', async () => {
    const { lock } = await makeLock('p', '271828', server(), quick)
    const device = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    await expect(openLock({ ...lock, device }, '271828')).rejects.toBeInstanceOf(WrongPin)
  })

  it('holds no key that a script could take away', async () => {
    const { lock, keys } = await makeLock('p', '271828', server(), quick)
    for (const key of [lock.device, keys.families, keys.visits]) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    }
  })

  it('opens nothing by the right PIN after five wrong ones', async () => {
    const { lock } = await makeLock('p', '271828', server(), quick)
    const left = shut(lock)
    expect(isShut(left)).toBe(true)
    expect(left.families).toBeNull()
    await expect(openLock(left, '271828')).rejects.toBeInstanceOf(WrongPin)
  })

  it('gives unsent visits back after signing in, under a new PIN, but not the families', async () => {
    const key = server()
    const { lock, keys } = await makeLock('p', '271828', key, quick)
    const visit = await seal(keys.visits, 'visit:1', { note: '未发送' })
    const family = await seal(keys.families, 'family:1', { name: '示范甲' })
    const again = await reopenLock(shut(lock), key, '314159')
    expect(await open(again.keys.visits, 'visit:1', visit)).toEqual({ note: '未发送' })
    await expect(open(again.keys.families, 'family:1', family)).rejects.toThrow()
    expect(await openLock(again.lock, '314159')).toBeTruthy()
    await expect(reopenLock(shut(lock), server(), '314159')).rejects.toThrow()
  })
})

describe('what is sealed', () => {
  it('opens only at its own place and never seals alike', async () => {
    const { keys } = await makeLock('p', '271828', server(), quick)
    const one = await seal(keys.visits, 'visit:1', { a: 1 })
    const two = await seal(keys.visits, 'visit:1', { a: 1 })
    expect(new Uint8Array(one.bytes)).not.toEqual(new Uint8Array(two.bytes))
    await expect(open(keys.visits, 'visit:2', one)).rejects.toThrow()
  })
})

describe('a PIN', () => {
  it('has six digits or more, not all alike and not counting up or down', () => {
    expect(['271828', '20481024'].every(isFitPin)).toBe(true)
    expect(['', '12345', '123456', '654321', '000000', '27182a'].some(isFitPin)).toBe(false)
  })
})
