/**
 * A browser keeps what is typed, for suggestions and to show it again after a restart: a browser of one's own, in which
 * the printed address was opened, would keep notes outside the vault. So every field of the page says that it may not.
 */
export function leaveFieldsUnkept(): void {
  turnOff(document.body)
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes)
      for (const node of type === 'attributes' ? [target] : addedNodes) if (node instanceof Element) turnOff(node)
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['autocomplete'] })
}

const FIELDS = 'input:not([autocomplete=off]), textarea:not([autocomplete=off]), select:not([autocomplete=off])'

function turnOff(element: Element): void {
  if (element.matches(FIELDS)) element.setAttribute('autocomplete', 'off')
  for (const field of element.querySelectorAll(FIELDS)) field.setAttribute('autocomplete', 'off')
}
