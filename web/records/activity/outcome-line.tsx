import { type Icon, IconCircleCheckFilled, IconCircleMinus, IconInfoCircle } from '@tabler/icons-react'
import type { Color } from '#shared/metadata/definition.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './timeline.module.css'

const icons: Partial<Record<Color, Icon>> = {
  green: IconCircleCheckFilled,
  teal: IconCircleCheckFilled,
  blue: IconCircleCheckFilled,
  grey: IconCircleMinus,
  red: IconCircleMinus,
}

/** How it ended, with an icon beside the word. */
export function OutcomeLine({ outcome }: { outcome: string }) {
  const { label } = useMessages()
  const option = useCatalogue()
    .find('activity')
    ?.fieldByName.get('outcome')
    ?.options?.find(({ value }) => value === outcome)
  const Shape = icons[option?.color ?? 'grey'] ?? IconInfoCircle
  return (
    <p className={classes.outcome} data-color={option?.color}>
      <Shape size={16} aria-hidden />
      {label(option?.label) || outcome}
    </p>
  )
}
