const STOPS = 'input:not([type=radio]):not([disabled]), input[type=radio]:checked, select, textarea, [data-stop]'

/**
 * Enter goes to the next field, as clerks are used to from paper and from other programs; not while Chinese characters
 * are being chosen, and not in a text of several lines or on a button.
 */
export function goOnEnter(event: KeyboardEvent): void {
  const here = event.target as HTMLElement
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || here.matches('textarea, button, a, summary')) return
  event.preventDefault()
  const stops = [...((event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(STOPS))].filter((one) => isStop(one) && one.getClientRects().length > 0)
  const after = stops.find((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && !sameRadios(here, one))
  after?.focus()
}

/** Of radio buttons none of which is chosen, the first one is a stop (it carries data-stop). */
function isStop(one: HTMLElement): boolean {
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio' || one.checked) return true
  return !document.querySelector(`input[type=radio][name="${CSS.escape(one.name)}"]:checked`)
}

function sameRadios(here: HTMLElement, there: HTMLElement): boolean {
  return here instanceof HTMLInputElement && there instanceof HTMLInputElement && here.type === 'radio' && here.name === there.name
}
