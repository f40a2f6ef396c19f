import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { isTooLong, isWhole, textOf } from '#web/records/filter/filter.ts'
import { FilterPanel } from '#web/records/filter/filter-panel.tsx'
import { useFilter } from '#web/records/filter/use-filter.ts'
import classes from './condition-input.module.css'

export interface ConditionHandle {
  /** Whether the text says all that stands here; where it does not, that is said here. */
  check(): boolean
}

interface ConditionInputProps {
  readonly ref: Ref<ConditionHandle>
  readonly object: CatalogueObject
  /** Text of a filter; none: every record. */
  readonly text: string
  readonly problem: string | undefined
  /** What no condition means, in words. */
  readonly every: string
  readonly onText: (text: string) => void
}

const nothing = () => {}
/** Saving must find all that was said. */
const noPause = 0

/** Which records: by the same conditions, or the same expression, that filter a list. */
export function ConditionInput({ ref, object, text, problem, every, onText }: ConditionInputProps) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const place = useRef<HTMLDivElement>(null)
  const { filter, change, type } = useFilter(text, object, onText, noPause)
  const [checked, setChecked] = useState<typeof filter>()
  const tooLong = isTooLong(textOf(filter, object, catalogue))
  useImperativeHandle(ref, () => ({
    check: () => {
      // What an input took for wrong stands there, and in no condition.
      const wrong = place.current?.querySelector('[aria-invalid="true"]') != null
      const whole = isWhole(filter, object, catalogue) && !wrong
      if (!whole) setChecked(filter)
      if (!whole || tooLong) place.current?.scrollIntoView({ block: 'nearest' })
      return whole && !tooLong
    },
  }))
  const said = tooLong
    ? t('views.filterTooLong')
    : checked === filter
      ? t('access.conditionUnfinished')
      : problem
  return (
    <div ref={place} className={classes.input} data-wrong={said !== undefined || undefined}>
      <FilterPanel
        object={object}
        filter={filter}
        none={every}
        onChange={change}
        onType={type}
        onDone={nothing}
      />
      {said !== undefined && (
        <p role="alert" className={classes.problem}>
          {said}
        </p>
      )}
    </div>
  )
}
