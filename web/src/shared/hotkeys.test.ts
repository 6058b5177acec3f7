import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useHotkeys } from './hotkeys'

function page(action: () => void) {
  return mount(defineComponent({ setup: () => (useHotkeys({ a: action }), () => h('input')) }), { attachTo: document.body })
}
const press = (target: EventTarget, init: KeyboardEventInit) => target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))

describe('single keys', () => {
  it('act in either case', () => {
    const action = vi.fn()
    const shown = page(action)
    press(document.body, { key: 'a' })
    press(document.body, { key: 'A' })
    expect(action).toHaveBeenCalledTimes(2)
    shown.unmount()
  })

  it('are silent while somebody types, with a modifier, and after the page is left', () => {
    const action = vi.fn()
    const shown = page(action)
    press(shown.get('input').element, { key: 'a' })
    press(document.body, { key: 'a', ctrlKey: true })
    shown.unmount()
    press(document.body, { key: 'a' })
    expect(action).not.toHaveBeenCalled()
  })
})
