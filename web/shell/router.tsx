import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { prepareRecord } from '#web/data/prepare-record.ts'
import { queryClient } from '#web/data/query-client.ts'
import { accessQuery } from '#web/data/use-may.ts'
import { viewParameters } from '#web/data/view-parameters.ts'
import { withFurther } from '#web/messages/further.ts'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { PageError } from './page-error.tsx'
import { parseSearch, pick, stringifySearch } from './search-params.ts'
import { requireSession } from './session-guard.ts'

/** A page that says further messages. */
const further = (load: () => Promise<{ readonly Component: ComponentType }>) =>
  lazyRouteComponent(() => withFurther(load), 'Component')

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: pick('from', 'failed'),
  component: further(() => import('#web/apps/sign-in/sign-in-page.tsx')),
})
const confirmed = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/confirmed',
  validateSearch: pick('failed'),
  component: further(() => import('#web/apps/sign-in/confirmed-page.tsx')),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: further(() => import('#web/apps/join/join-page.tsx')),
})
const secondStep = createRoute({
  getParentRoute: () => root,
  path: '/second-step',
  validateSearch: pick('from'),
  component: further(() => import('#web/apps/settings/second-step-page.tsx')),
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
const pool = createRoute({
  getParentRoute: () => shell,
  path: '/pools/$pool',
  validateSearch: pick('filter', 'sort', 'search', 'record'),
  component: further(() => import('#web/records/pool/pool-page.tsx')),
})
const importInto = createRoute({
  getParentRoute: () => shell,
  path: '/import/{-$object}',
  component: further(() => import('#web/apps/import/import-page.tsx')),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: further(() => import('#web/apps/settings/settings-layout.tsx')),
})
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: async () => {
    const { permissions } = await queryClient.ensureQueryData(accessQuery)
    const to = permissions.rights.includes('settings') ? '/settings/workspace' : '/settings/profile'
    throw redirect({ to, replace: true })
  },
})
const settingsWorkspace = createRoute({
  getParentRoute: () => settings,
  path: 'workspace',
  component: further(() => import('#web/apps/settings/workspace-page.tsx')),
})
const settingsCalendar = createRoute({
  getParentRoute: () => settings,
  path: 'calendar',
  component: further(() => import('#web/apps/settings/calendar-page.tsx')),
})
const settingsMembers = createRoute({
  getParentRoute: () => settings,
  path: 'members',
  component: further(() => import('#web/apps/settings/members-page.tsx')),
})
const settingsRoles = createRoute({
  getParentRoute: () => settings,
  path: 'roles',
  component: further(() => import('#web/apps/settings/roles/roles-page.tsx')),
})
const settingsRole = createRoute({
  getParentRoute: () => settings,
  path: 'roles/$id',
  component: further(() => import('#web/apps/settings/roles/role-page.tsx')),
})
const settingsSharing = createRoute({
  getParentRoute: () => settings,
  path: 'sharing-rules',
  component: further(() => import('#web/apps/settings/sharing/sharing-page.tsx')),
})
const settingsPools = createRoute({
  getParentRoute: () => settings,
  path: 'pools',
  component: further(() => import('#web/apps/settings/pools/pools-page.tsx')),
})
const settingsTeams = createRoute({
  getParentRoute: () => settings,
  path: 'teams',
  component: further(() => import('#web/apps/settings/people/teams-page.tsx')),
})
const settingsSignOn = createRoute({
  getParentRoute: () => settings,
  path: 'single-sign-on',
  component: further(() => import('#web/apps/settings/sign-on/providers-page.tsx')),
})
const settingsAudit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  validateSearch: pick('kind', 'person', 'span', 'search', 'id'),
  component: further(() => import('#web/apps/settings/audit/audit-page.tsx')),
})
const settingsAlerts = createRoute({
  getParentRoute: () => settings,
  path: 'alerts',
  component: further(() => import('#web/apps/settings/audit/alerts-page.tsx')),
})
const settingsReviews = createRoute({
  getParentRoute: () => settings,
  path: 'access-reviews',
  component: further(() => import('#web/apps/settings/reviews/reviews-page.tsx')),
})
const settingsReview = createRoute({
  getParentRoute: () => settings,
  path: 'access-reviews/$id',
  validateSearch: pick('show', 'search'),
  component: further(() => import('#web/apps/settings/reviews/review-page.tsx')),
})
const settingsSignInPolicy = createRoute({
  getParentRoute: () => settings,
  path: 'sign-in-policy',
  component: further(() => import('#web/apps/settings/sign-in-policy/sign-in-policy-page.tsx')),
})
const settingsDirectories = createRoute({
  getParentRoute: () => settings,
  path: 'directories',
  component: further(() => import('#web/apps/settings/directories/directories-page.tsx')),
})
const settingsKeys = createRoute({
  getParentRoute: () => settings,
  path: 'keys',
  component: further(() => import('#web/apps/settings/keys-page.tsx')),
})
const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: 'security',
  component: further(() => import('#web/apps/settings/security-page.tsx')),
})
const settingsProfile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  component: further(() => import('#web/apps/settings/profile-page.tsx')),
})

/** Any other address: what is not found is said inside the frame. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

const routeTree = root.addChildren([
  signIn,
  secondStep,
  confirmed,
  join,
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
    pool,
    importInto,
    nowhere,
    settings.addChildren([
      settingsStart,
      settingsWorkspace,
      settingsCalendar,
      settingsMembers,
      settingsTeams,
      settingsRoles,
      settingsRole,
      settingsSharing,
      settingsPools,
      settingsSignOn,
      settingsAudit,
      settingsAlerts,
      settingsReviews,
      settingsReview,
      settingsDirectories,
      settingsKeys,
      settingsSignInPolicy,
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
