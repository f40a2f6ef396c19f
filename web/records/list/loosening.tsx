import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Condition } from '../filter/condition.ts'
import { useDescription } from '../filter/describe.ts'
import { countOf, type FilterPart } from '../filter/filter.ts'
import { countText } from './count-text.ts'
import classes from './loosening.module.css'

interface Way {
  readonly part: FilterPart
  readonly index: number
  /** Records that there would be without the part. */
  readonly count: number
}

interface LooseningProps {
  readonly object: CatalogueObject
  readonly ways: readonly Way[]
  readonly onLoosen: (index: number) => void
}

/** The conditions without which there would be most, each with how many. */
export function Loosening({ object, ways, onLoosen }: LooseningProps) {
  const { t } = useMessages()
  return (
    <ul className={classes.ways}>
      {ways.map(({ part, index, count }) => (
        <li key={index}>
          {part.kind === 'condition' ? (
            <ConditionWay condition={part} object={object} count={count} onLoosen={() => onLoosen(index)} />
          ) : (
            <WayButton
              words={
                part.kind === 'expression'
                  ? part.text
                  : t(part.joint === 'and' ? 'views.groupAll' : 'views.groupAny', { count: countOf(part) })
              }
              count={count}
              onLoosen={() => onLoosen(index)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

interface WayButtonProps {
  readonly words: string
  readonly count: number
  readonly onLoosen: () => void
}

function ConditionWay(
  props: Omit<WayButtonProps, 'words'> & { condition: Condition; object: CatalogueObject },
) {
  const { field, operator, value } = useDescription(props.condition, props.object)
  return (
    <WayButton
      words={[field, operator, value].filter((word) => word !== '').join(' ')}
      count={props.count}
      onLoosen={props.onLoosen}
    />
  )
}

function WayButton({ words, count, onLoosen }: WayButtonProps) {
  const { t, language } = useMessages()
  return (
    <button type="button" className={classes.way} onClick={onLoosen}>
      <span className={classes.words}>{t('views.loosen', { condition: words })}</span>
      <span className={classes.count}>{t('views.wouldShow', { count: countText(count, language) })}</span>
    </button>
  )
}
