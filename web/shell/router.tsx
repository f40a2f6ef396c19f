import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { prepareRecord } from '#web/data/prepare-record.ts'
import { queryClient } from '#web/data/query-client.ts'
import { viewParameters } from '#web/data/view-parameters.ts'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { PageError } from './page-error.tsx'
import { parseSearch, pick, stringifySearch } from './search-params.ts'
import { requireSession } from './session-guard.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: pick('from'),
  component: lazyRouteComponent(() => import('#web/apps/sign-in/sign-in-page.tsx'), 'Component'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('#web/apps/first-run/first-run-page.tsx'), 'Component'),
})
const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('#web/design/gallery/gallery-page.tsx'), 'Component'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => requireSession(queryClient, location.href),
  component: Frame,
})
const fieldsGallery = createRoute({
  getParentRoute: () => shell,
  path: '/gallery/fields',
  component: lazyRouteComponent(() => import('#web/fields/gallery/fields-gallery-page.tsx'), 'Component'),
})
const inboxGallery = createRoute({
  getParentRoute: () => shell,
  path: '/gallery/inbox',
  component: lazyRouteComponent(() => import('#web/apps/inbox/gallery/inbox-gallery-page.tsx'), 'Component'),
})
const screensGallery = createRoute({
  getParentRoute: () => shell,
  path: '/gallery/screens',
  component: lazyRouteComponent(() => import('./gallery/screens-gallery-page.tsx'), 'Component'),
})
const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/home', replace: true })
  },
})
const home = createRoute({
  getParentRoute: () => shell,
  path: '/home',
  component: lazyRouteComponent(() => import('#web/apps/home/home-page.tsx'), 'Component'),
})

const list = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object',
  validateSearch: pick(...viewParameters),
  component: lazyRouteComponent(() => import('#web/records/list-page.tsx'), 'Component'),
})
const bin = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/bin',
  component: lazyRouteComponent(() => import('#web/records/bin-page.tsx'), 'Component'),
})
const newRecord = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/new',
  // A member without an account could not sign in: the settings make both.
  beforeLoad: ({ params }) => {
    if (params.object === 'user') throw redirect({ to: '/settings/members', replace: true })
  },
  /** Any wire name may be prefilled: `?companyId=…`. */
  validateSearch: (search: Record<string, unknown>): Record<string, string | undefined> =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  component: lazyRouteComponent(() => import('#web/records/new-page.tsx'), 'Component'),
})
const record = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/$id',
  validateSearch: pick('tab', ...viewParameters),
  // Runs when a pointer rests on a link as well: the answer is on its way before the page is.
  loader: ({ params }) => prepareRecord(queryClient, params.object, params.id),
  component: lazyRouteComponent(() => import('#web/records/record-page.tsx'), 'Component'),
})
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: pick('show', 'id'),
  component: lazyRouteComponent(() => import('#web/apps/inbox/inbox-page.tsx'), 'Component'),
})
const tasks = createRoute({
  getParentRoute: () => shell,
  path: '/tasks',
  validateSearch: pick('show', 'group', 'search', 'id'),
  component: lazyRouteComponent(() => import('#web/apps/tasks/tasks-page.tsx'), 'Component'),
})
const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: pick('span', 'day', 'whose'),
  component: lazyRouteComponent(() => import('#web/apps/calendar/calendar-page.tsx'), 'Component'),
})
const starred = createRoute({
  getParentRoute: () => shell,
  path: '/starred',
  component: lazyRouteComponent(() => import('#web/apps/starred/starred-page.tsx'), 'Component'),
})
const importInto = createRoute({
  getParentRoute: () => shell,
  path: '/import/{-$object}',
  component: lazyRouteComponent(() => import('#web/apps/import/import-page.tsx'), 'Component'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('#web/apps/settings/settings-layout.tsx'), 'Component'),
})
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/workspace', replace: true })
  },
})
const settingsWorkspace = createRoute({
  getParentRoute: () => settings,
  path: 'workspace',
  component: lazyRouteComponent(() => import('#web/apps/settings/workspace-page.tsx'), 'Component'),
})
const settingsCalendar = createRoute({
  getParentRoute: () => settings,
  path: 'calendar',
  component: lazyRouteComponent(() => import('#web/apps/settings/calendar-page.tsx'), 'Component'),
})
const settingsMembers = createRoute({
  getParentRoute: () => settings,
  path: 'members',
  component: lazyRouteComponent(() => import('#web/apps/settings/members-page.tsx'), 'Component'),
})
const settingsAudit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  validateSearch: pick('kind', 'person', 'span', 'search', 'id'),
  component: lazyRouteComponent(() => import('#web/apps/settings/audit/audit-page.tsx'), 'Component'),
})
const settingsAlerts = createRoute({
  getParentRoute: () => settings,
  path: 'alerts',
  component: lazyRouteComponent(() => import('#web/apps/settings/audit/alerts-page.tsx'), 'Component'),
})
const settingsKeys = createRoute({
  getParentRoute: () => settings,
  path: 'keys',
  component: lazyRouteComponent(() => import('#web/apps/settings/keys-page.tsx'), 'Component'),
})
const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: 'security',
  component: lazyRouteComponent(() => import('#web/apps/settings/security-page.tsx'), 'Component'),
})
const settingsProfile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  component: lazyRouteComponent(() => import('#web/apps/settings/profile-page.tsx'), 'Component'),
})

/** Any other address: what is not found is said inside the frame. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

const routeTree = root.addChildren([
  signIn,
  welcome,
  gallery,
  shell.addChildren([
    fieldsGallery,
    screensGallery,
    inboxGallery,
    start,
    home,
    list,
    newRecord,
    bin,
    record,
    inbox,
    tasks,
    calendar,
    starred,
    importInto,
    nowhere,
    settings.addChildren([
      settingsStart,
      settingsWorkspace,
      settingsCalendar,
      settingsMembers,
      settingsAudit,
      settingsAlerts,
      settingsKeys,
      settingsProfile,
      settingsSecurity,
    ]),
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
