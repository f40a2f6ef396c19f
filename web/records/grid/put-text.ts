/** Frames to wait for an editor that is loaded when the first one opens. */
const patience = 60

const setters = {
  INPUT: () => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set,
  TEXTAREA: () => Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set,
}

/**
 * Puts what was typed on a cell into the input of its editor, in place of what stands there, as if it had been typed in it.
 * @returns stops waiting for an input that has not appeared yet
 */
export function putText(box: HTMLElement, text: string): () => void {
  let frame = 0
  let left = patience
  const put = () => {
    const input = box.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      'input:not([type=hidden]):not([readonly]), textarea',
    )
    if (input === null) {
      left -= 1
      if (left > 0) frame = requestAnimationFrame(put)
      return
    }
    input.focus({ preventScroll: true })
    // React notices a value only where it was set past its own setter.
    const set = setters[input instanceof HTMLTextAreaElement ? 'TEXTAREA' : 'INPUT']()
    set?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
    input.setSelectionRange(text.length, text.length)
  }
  put()
  return () => cancelAnimationFrame(frame)
}
