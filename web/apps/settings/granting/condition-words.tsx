import { IconAlertTriangle } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inWords } from '#web/records/expression/in-words.ts'
import classes from './condition-words.module.css'

interface ConditionWordsProps {
  readonly object: CatalogueObject
  /** Undefined: it cannot be told, for it names what is no more, or what is hidden. */
  readonly condition: string | undefined
  /** What is said of such a one. */
  readonly untold: string
  /** What no condition means, in words. */
  readonly every: string
}

/** Which records are meant, as one says it. */
export function ConditionWords({ object, condition, untold, every }: ConditionWordsProps) {
  const { language } = useMessages()
  const catalogue = useCatalogue()
  if (condition === undefined) {
    return (
      <span className={classes.untold}>
        <IconAlertTriangle size={14} aria-hidden />
        {untold}
      </span>
    )
  }
  if (condition === '') return every
  const words = inWords(condition, { catalogue, object, expected: 'boolean' }, language)
  return <span title={words}>{words}</span>
}
