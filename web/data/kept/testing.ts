/** What a browser lends under `localStorage` and `sessionStorage`, for as long as a test runs. */
export const memoryStorage = () => {
  const items: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value
    },
    removeItem: (key: string) => {
      delete items[key]
    },
  }
  // The keys of a storage are those of what it holds.
  return new Proxy(methods, {
    ownKeys: () => Object.keys(items),
    getOwnPropertyDescriptor: (_target, key) =>
      key in items ? { enumerable: true, configurable: true, value: items[String(key)] } : undefined,
  })
}
