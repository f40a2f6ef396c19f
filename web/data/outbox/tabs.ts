import type { Entry, Outcome } from './entry.ts'

/** What the tabs of a browser tell each other of the entries that they share. */
export type TabNews =
  | { readonly news: 'changed'; readonly entries: readonly Entry[] }
  | { readonly news: 'gone'; readonly id: string; readonly outcome: Outcome }

export interface Tabs {
  /** Runs when no other tab runs; where a page over plain HTTP has no locks, it runs at once. */
  alone(run: () => Promise<void>): Promise<void>
  tell(news: TabNews): void
  hear(listener: (news: TabNews) => void): void
  close(): void
}

export function tabsOf(scope: string): Tabs {
  const name = `kith-outbox:${scope}`
  const channel = new BroadcastChannel(name)
  let open = true
  const locks = (navigator as Partial<Navigator>).locks
  return {
    alone: (run) => (locks === undefined ? run() : locks.request(name, run)),
    tell: (news) => {
      // What is under way while the page is left ends without it.
      if (open) channel.postMessage(news)
    },
    hear: (listener) => {
      channel.onmessage = (event: MessageEvent<TabNews>) => listener(event.data)
    },
    close: () => {
      open = false
      channel.close()
    },
  }
}
