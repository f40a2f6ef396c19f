import {
  type Icon,
  IconBriefcase,
  IconChartArrowsVertical,
  IconChecklist,
  IconHeadset,
  IconHeartHandshake,
  IconShoppingCart,
  IconSitemap,
  IconSpeakerphone,
  IconStack2,
} from '@tabler/icons-react'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

export interface NavigationGroup {
  readonly app: string
  readonly title: PlainMessageKey
  /** Stands for the group while it is closed. */
  readonly icon: Icon
  readonly objects: readonly CatalogueObject[]
  /** Closed until it is opened: what is set up once and seldom visited. */
  readonly quiet: boolean
}

/** Apps in the order of the navigation; objects of no app, or of one that is not here, come under “custom”. */
const apps: readonly (readonly [app: string, title: PlainMessageKey, icon: Icon])[] = [
  ['sales', 'shell.groupSales', IconChartArrowsVertical],
  ['work', 'shell.groupWork', IconChecklist],
  ['marketing', 'shell.groupMarketing', IconSpeakerphone],
  ['service', 'shell.groupService', IconHeadset],
  ['projects', 'shell.groupProjects', IconBriefcase],
  ['partners', 'shell.groupPartners', IconHeartHandshake],
  ['commerce', 'shell.groupCommerce', IconShoppingCart],
  ['custom', 'shell.groupCustom', IconStack2],
  ['settings', 'shell.groupSettings', IconSitemap],
]

/** Daily work first; an object that this list does not know follows in the order of the catalogue. */
const order = ['lead', 'company', 'contact', 'deal', 'task', 'activity', 'product', 'user', 'team']

/** The app of what Kith keeps for itself: reached from other screens, never listed. */
const hidden = 'system'

/** Objects that have a place of their own above the groups. */
const placed: ReadonlySet<string> = new Set(['task'])

export function navigationGroups(catalogue: Catalogue): readonly NavigationGroup[] {
  const known = new Set(apps.map(([app]) => app))
  const appOf = (object: CatalogueObject) =>
    object.app !== undefined && known.has(object.app) ? object.app : 'custom'
  const rank = ({ name }: CatalogueObject) => (order.includes(name) ? order.indexOf(name) : order.length)
  return apps
    .map(([app, title, icon]) => ({
      app,
      title,
      icon,
      quiet: app === 'settings',
      objects: catalogue.objects
        .filter((object) => appOf(object) === app && object.app !== hidden)
        .toSorted((a, b) => rank(a) - rank(b)),
    }))
    .filter((group) => group.objects.length > 0)
}

/** What the navigation lists: without the objects that have a place of their own above it. */
export const listedGroups = (catalogue: Catalogue): readonly NavigationGroup[] =>
  navigationGroups(catalogue)
    .map((group) => ({ ...group, objects: group.objects.filter(({ name }) => !placed.has(name)) }))
    .filter((group) => group.objects.length > 0)
