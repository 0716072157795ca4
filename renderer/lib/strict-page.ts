/**
 * Lets the libraries of the window live under the page's content security policy without loosening it
 * (docs/decisions/0004-content-security-policy.md). Call before the first render.
 *
 * Three habits of theirs that the policy refuses are done in the way it allows, with the same result:
 * - Ant Design fills `<style>` by `innerHTML`, some of them without the nonce: the text is set as text, the nonce added;
 * - a growing text box writes a `style` attribute: the same declarations are set through the style object;
 * - ECharts empties its box by `innerHTML = ''`: the children are removed.
 * Any other markup made from text is still refused by the browser.
 */
export const keepPageStrict = (): void => {
  const nonce = styleNonce()
  Object.defineProperty(HTMLStyleElement.prototype, 'innerHTML', {
    get(this: HTMLStyleElement) {
      return this.textContent
    },
    set(this: HTMLStyleElement, css: string) {
      if (this.nonce === '') this.nonce = nonce
      this.textContent = css
    },
  })

  const attribute = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute')
  Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
    if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) this.style.cssText = value
    else Reflect.apply(attribute?.value, this, [name, value])
  }

  const markup = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  if (!markup?.set) return
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...markup,
    set(this: Element, value: unknown) {
      if (value === '' || value === null) this.replaceChildren()
      else markup.set?.call(this, value)
    },
  })
}

/** What the shell put into the page for this load; goes to Ant Design's `csp`. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
