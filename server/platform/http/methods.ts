import type { FastifyInstance } from 'fastify'

interface Pattern {
  readonly matches: RegExp
  readonly methods: Set<string>
}

/** Remembers which methods each address has; the answer tells those of an address, none where nothing is there. */
export function collectMethods(server: FastifyInstance): (url: string) => string[] {
  const patterns = new Map<string, Pattern>()
  server.addHook('onRoute', ({ url, method }) => {
    // What takes whatever is left is an address of its own for none.
    if (url.includes('*')) return
    const pattern = patterns.get(url) ?? { matches: matcherOf(url), methods: new Set() }
    patterns.set(url, pattern)
    for (const one of [method].flat()) pattern.methods.add(one)
  })
  return (url) => {
    const path = url.split('?', 1)[0] ?? url
    const found = [...patterns.values()].filter(({ matches }) => matches.test(path))
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort()
  }
}

/** `/records/:object/:id` → each address that it serves. */
function matcherOf(url: string): RegExp {
  const steps = url.split('/').map((step) => (step.startsWith(':') ? '[^/]+' : RegExp.escape(step)))
  return new RegExp(`^${steps.join('/')}$`)
}
