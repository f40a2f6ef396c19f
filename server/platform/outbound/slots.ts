/** Lets so many through at once; the others wait in line, each as long as its signal lets it. */
export function createSlots(most: number): (signal: AbortSignal) => Promise<() => void> {
  let free = most
  const waiting: (() => void)[] = []
  const release = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async (signal) => {
    signal.throwIfAborted()
    if (free > 0) {
      free -= 1
      return release
    }
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal.reason)
      }
      const enter = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      waiting.push(enter)
      signal.addEventListener('abort', leave, { once: true })
    })
    return release
  }
}
