import type { Context } from './context.ts'

/** News of one kind for those who listen to `GET /events`, beside the change log. It carries no id: no cursor moves by it. */
export interface Signal {
  /** Name of the server-sent event. */
  readonly event: string
  /** What the topics that concern this listener begin with; undefined where none does. */
  readonly topic: (cx: Context) => string | undefined
  /**
   * What to send, each as JSON in an event of its own. `rest` is what follows in the topic; it is empty when news may have
   * been missed.
   */
  readonly data: (cx: Context, rest: string) => readonly object[] | Promise<readonly object[]>
}
