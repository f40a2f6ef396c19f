import { describe, expect, test } from 'vitest'
import { compositionRoots, lists, packageRules, placeOf, roomOf, rooms } from './support/rooms.ts'
import { type Import, importsOf, sourceFiles } from './support/source-files.ts'

const files = sourceFiles()
const imports = files.flatMap(importsOf)

test('every source file lies in a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
})

test('imports run one way through the rooms', () => {
  expect(imports.map(refusalOf).filter((refusal) => refusal !== undefined)).toEqual([])
})

test('each room imports only packages that it may', () => {
  const refused = imports
    .filter(({ own }) => !own)
    .flatMap(({ from, to }) =>
      packageRules
        .filter(({ of, allowed }) => from.startsWith(`${of}/`) && !allowed.test(to))
        .map(({ instead }) => `${from} imports ${to}. Instead: ${instead}`),
    )
  expect(refused).toEqual([])
})

test('no files import each other in a circle', () => {
  expect(circles(imports.filter(({ own, kind }) => own && kind === 'static'))).toEqual([])
})

test('the order itself has no circle', () => {
  const layers = rooms.filter(({ path }) => !compositionRoots.includes(path))
  const uses = layers.flatMap((room) =>
    layers
      .filter((other) => other !== room && lists(room.uses, other) && !room.path.startsWith(`${other.path}/`))
      .map((other): Import => ({ from: room.path, to: other.path, own: true, kind: 'static' })),
  )
  expect(circles(uses)).toEqual([])
})

describe('what is refused', () => {
  const wrong: readonly (readonly [string, string, Import['kind']])[] = [
    ['shared/fields/text.ts', 'shared/metadata/catalogue.ts', 'static'],
    ['server/platform/http/server.ts', 'server/core/context.ts', 'type'],
    ['server/core/metadata/change.ts', 'server/core/records/index.ts', 'static'],
    ['server/core/context.ts', 'server/core/workspaces/index.ts', 'static'],
    ['server/core/records/database.ts', 'server/core/workspaces/index.ts', 'type'],
    ['server/apps/sales/deal.ts', 'server/apps/activities/task.ts', 'type'],
    ['server/api/serve.ts', 'server/apps/index.ts', 'static'],
    ['web/apps/import/import-page.tsx', 'web/apps/settings/keys-page.tsx', 'static'],
    ['web/design/tag.tsx', 'web/data/session.ts', 'static'],
    ['web/data/session.ts', 'server/platform/auth/index.ts', 'type'],
    ['web/shell/frame.tsx', 'web/apps/settings/keys-page.tsx', 'lazy'],
    ['web/shell/router.tsx', 'web/apps/settings/keys-page.tsx', 'static'],
    ['server/core/files/index.ts', 'test/support/workspace.ts', 'static'],
  ]
  test.each(wrong)('%s importing %s (%s)', (from, to, kind) => {
    expect(refusalOf({ from, to, kind, own: true })).toContain(`${from} imports ${to}`)
  })
})

function refusalOf({ from, to, own, kind }: Import): string | undefined {
  const room = roomOf(from)
  if (!own || room === undefined) return undefined
  const target = roomOf(to)
  if (target === undefined)
    return `${from} imports ${to}, which lies in no room. Instead: keep to Kith’s own source`
  if (placeOf(from, room) === placeOf(to, target)) return undefined
  const { uses, names = [], lazily = [], instead } = room
  const allowed =
    room !== target &&
    (lists(uses, target) ||
      (kind === 'type' && lists(names, target)) ||
      (kind === 'lazy' && lists(lazily, target)))
  return allowed ? undefined : `${from} imports ${to}. Instead: ${instead}`
}

/** Circles among imports, each once, as `a > b > a`. */
function circles(edges: readonly Import[]): string[] {
  const targets = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  const path: string[] = []
  const found: string[] = []
  const visit = (file: string): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '))
    if (path.includes(file) || done.has(file)) return
    path.push(file)
    for (const { to } of targets.get(file) ?? []) visit(to)
    path.pop()
    done.add(file)
  }
  for (const file of targets.keys()) visit(file)
  return found
}
