import {
  type Icon,
  IconArrowRight,
  IconCheck,
  IconCheckbox,
  IconLink,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import type { TimelineEntry, TimelineKind } from '#shared/operations/timeline.ts'
import { kindLook } from './kind-icons.ts'
import classes from './timeline.module.css'

const icons: Readonly<Record<Exclude<TimelineKind, 'activity'>, Icon>> = {
  task: IconCheckbox,
  change: IconPencil,
  created: IconPlus,
  deleted: IconTrash,
  restored: IconRestore,
  link: IconLink,
}

/** What kind of thing happened, on the line that joins the entries. */
export function EntryMark({ entry, advance }: { entry: TimelineEntry; advance: boolean }) {
  const look = kindLook(entry.activity?.kind)
  const finished = entry.kind === 'task' && entry.task?.event === 'done'
  const Shape =
    entry.kind === 'activity'
      ? look.icon
      : advance
        ? IconArrowRight
        : finished
          ? IconCheck
          : icons[entry.kind]
  const tone =
    entry.kind === 'activity' ? look.tone : finished ? 'green' : entry.kind === 'deleted' ? 'red' : 'grey'
  return (
    <span className={classes.mark} data-tone={tone} aria-hidden>
      <Shape />
    </span>
  )
}
