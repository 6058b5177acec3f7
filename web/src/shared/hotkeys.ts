import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'

/** Single keys of the page that is shown; silent while somebody types, and with Ctrl, Alt or Meta held. */
export function useHotkeys(actions: Record<string, (event: KeyboardEvent) => void>): void {
  function listen(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const action = actions[event.key] ?? actions[event.key.toLowerCase()]
    if (!action) return
    event.preventDefault()
    action(event)
  }
  const on = () => document.addEventListener('keydown', listen)
  const off = () => document.removeEventListener('keydown', listen)
  onMounted(on)
  onActivated(on)
  onDeactivated(off)
  onBeforeUnmount(off)
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
