import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SearchBox from './SearchBox.vue'

const box = (text = '') => mount(SearchBox, { props: { label: '姓名', modelValue: text }, attachTo: document.body })
type Box = ReturnType<typeof box>
const typing = (shown: Box, text: string) => shown.get('input').setValue(text)
const told = (shown: Box) => (shown.emitted('update:modelValue') ?? []).map(([text]) => text)

describe('the text that a list is narrowed by', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is told once, when typing pauses', async () => {
    const shown = box()
    await typing(shown, '阿')
    vi.advanceTimersByTime(200)
    await typing(shown, '阿依 ')
    expect(told(shown)).toEqual([])
    vi.advanceTimersByTime(250)
    expect(told(shown)).toEqual(['阿依'])
  })

  it('is told at once by who leaves for the list, and not again', async () => {
    const shown = box()
    await typing(shown, '阿依')
    await shown.get('input').trigger('keydown', { key: 'ArrowDown' })
    await shown.setProps({ modelValue: '阿依' })
    vi.advanceTimersByTime(1000)
    expect(told(shown)).toEqual(['阿依'])
    expect(shown.emitted('leave')).toHaveLength(1)
  })

  it('stays while Enter ends the choice of characters', async () => {
    const shown = box()
    await typing(shown, '阿依')
    await shown.get('input').trigger('keydown', { key: 'Enter', isComposing: true })
    expect(shown.emitted('leave')).toBeUndefined()
    await shown.get('input').trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('leave')).toHaveLength(1)
  })

  it('shows what the list is narrowed by when that changes elsewhere', async () => {
    const shown = box('阿依')
    await shown.setProps({ modelValue: '' })
    expect(shown.get('input').element.value).toBe('')
  })
})
