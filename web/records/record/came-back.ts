const entryOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null ? Reflect.get(state, '__TSR_key') : undefined

let cameBackTo: unknown
addEventListener('popstate', (event) => {
  cameBackTo = entryOf(event.state)
})

/** Whether the page in view was come to by the browser's back or forward: it is to stand there as it was left. */
export const cameBack = (): boolean => cameBackTo !== undefined && cameBackTo === entryOf(history.state)
