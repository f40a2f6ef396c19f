import type { ShippedView } from '#server/core/views/index.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { activity } from './activities/activity.ts'
import { task } from './activities/task.ts'
import { activityViews } from './activities/views.ts'
import { file } from './files/file.ts'
import { actor } from './people/actor.ts'
import { team } from './people/team.ts'
import { user } from './people/user.ts'
import { company } from './sales/company.ts'
import { contact } from './sales/contact.ts'
import { deal } from './sales/deal.ts'
import { lead } from './sales/lead.ts'
import { pipeline } from './sales/pipeline.ts'
import { product } from './sales/product.ts'
import { stage } from './sales/stage.ts'
import { salesViews } from './sales/views.ts'

export { workspaceSeeds } from './sales/seeds.ts'
export { writeSteps } from './steps.ts'

/** The standard objects, in the order in which the navigation shows them. */
export const shippedObjects: readonly ObjectDefinition[] = [
  lead,
  company,
  contact,
  deal,
  product,
  task,
  activity,
  user,
  team,
  pipeline,
  stage,
  actor,
  file,
]

/** The views that every workspace gets once. */
export const shippedViews: readonly ShippedView[] = [...salesViews, ...activityViews]
