import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CreateDialog } from '../form/create-dialog.tsx'
import { inSentence } from '../in-sentence.ts'
import { cardFields } from '../list/card-fields.ts'
import { listedFields } from '../list/columns.ts'
import { countText } from '../list/count-text.ts'
import { people } from '../people.ts'
import classes from './record.module.css'
import { type Related, relatedFilter, useRelated } from './related.ts'

interface RelatedPanelProps {
  readonly related: Related
  readonly record: RecordData
  /** How many records are shown before “see all”. */
  readonly limit: number
}

/** Records that point here, two lines each; a new one is made in place, its relation filled in. */
export function RelatedPanel({ related, record, limit }: RelatedPanelProps) {
  const { t, label, language } = useMessages()
  const { rows, count, isPending } = useRelated(related, record.id, limit)
  const [creating, setCreating] = useState(false)
  const name = inSentence(label(related.object.label), language)
  const fields = [
    related.object.titleField,
    ...listedFields(related.object).filter((one) => one.name !== related.field.name),
  ]
  const places = cardFields(fields)
  return (
    <section className={classes.related} aria-label={label(related.label)}>
      <header className={classes.relatedHead}>
        <h2>{label(related.label)}</h2>
        {count !== undefined && <span className={classes.quiet}>{countText(count, language)}</span>}
        <IconButton
          size="sm"
          icon={IconPlus}
          label={t('records.newRecord', { object: name })}
          onClick={() => setCreating(true)}
        />
      </header>
      {isPending && <Skeleton width="70%" />}
      {rows?.length === 0 && <p className={classes.quiet}>{t('records.noneRelated', { object: name })}</p>}
      <ul className={classes.relatedList}>
        {rows?.map((row) => {
          const title = titleOf(related.object, row)
          const draw = (field: (typeof places)['date']) => {
            if (field === undefined || isBlank(row[field.wire])) return null
            const { Cell } = fieldViews[field.type]
            return <Cell field={field} value={row[field.wire]} record={row} />
          }
          return (
            <li key={row.id}>
              {people.has(related.object.name) && <Avatar id={row.id} name={title} size={24} />}
              <span className={classes.relatedText}>
                <Link to="/o/$object/$id" params={{ object: related.object.name, id: row.id }}>
                  {title}
                </Link>
                <span className={classes.relatedBelow}>{draw(places.below[0])}</span>
              </span>
              <span className={classes.relatedEnd}>
                <span>{draw(places.figure)}</span>
                <span className={classes.quiet}>{draw(places.date)}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {count !== undefined && rows !== undefined && count > rows.length && (
        <Link
          to="/o/$object"
          params={{ object: related.object.name }}
          search={{ filter: relatedFilter(related, record.id) }}
          className={classes.seeAll ?? ''}
        >
          {t('records.seeAll', { count: countText(count, language) })}
          <IconArrowRight size={14} aria-hidden />
        </Link>
      )}
      {creating && (
        <CreateDialog
          object={related.object}
          prefilled={{ [related.field.wire]: record.id }}
          onClose={() => setCreating(false)}
        />
      )}
    </section>
  )
}
