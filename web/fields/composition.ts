import type { KeyboardEvent } from 'react'

/**
 * Whether a key belongs to an input method: the Enter that takes over 华为 must not save the field.
 * Safari reports that Enter after the composition has ended, with the key code 229.
 */
export const composing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
