/** Records from which a batch counts as large. */
const large = 200
/** Large batches that one process works on at a time: more of them would be no quicker, only take more memory. */
const most = 4

let running = 0
const waiting: (() => void)[] = []

/** Runs the work of a batch, after others where enough large ones are under way. */
export async function inTurn<T>(records: number, work: () => Promise<T>): Promise<T> {
  if (records < large) return work()
  while (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}
