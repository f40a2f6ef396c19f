/** Runs work once all that was given before has ended, one way or the other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A queue in memory: whoever waits in it holds no connection. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}
