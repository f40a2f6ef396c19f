import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useMay } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { preparePicker } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { countText } from '../list/count-text.ts'
import classes from './related.module.css'
import { type Related, relatedFilter, relatedValues, useRelated } from './related.ts'
import { RelatedEntry } from './related-entry.tsx'
import { RelatedLine } from './related-line.tsx'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface RelatedPanelProps {
  readonly related: Related
  /** The object and the record to which the list belongs. */
  readonly object: CatalogueObject
  readonly record: RecordData
  /** How many records are shown before “see all”. */
  readonly limit: number
  /** Fills a tab: each record with its text; otherwise two lines in the margin. */
  readonly whole?: boolean
}

/** Records that point here, newest first; a new one is made in place, with what leads here filled in. */
export function RelatedPanel({ related, object, record, limit, whole = false }: RelatedPanelProps) {
  const { t, label, language } = useMessages()
  const { rows, count, isPending } = useRelated(related, record.id, limit)
  const [creating, setCreating] = useState(false)
  const mayCreate = useMay().may(related.object.name, 'create')
  const name = inSentence(label(related.object.label), language)
  const create = t('records.newRecord', { object: name })
  const Row = whole ? RelatedEntry : RelatedLine
  return (
    <section className={classes.related} aria-label={label(related.label)} data-whole={whole || undefined}>
      <header className={classes.head}>
        <h2>{label(related.label)}</h2>
        {count !== undefined && count > 0 && (
          <span className={classes.quiet}>{countText(count, language)}</span>
        )}
        {mayCreate && whole && (
          <Button size="sm" icon={IconPlus} onClick={() => setCreating(true)}>
            {create}
          </Button>
        )}
        {mayCreate && !whole && (
          <IconButton size="sm" icon={IconPlus} label={create} onClick={() => setCreating(true)} />
        )}
      </header>
      {isPending && <Skeleton width="70%" />}
      {rows?.length === 0 && (
        <p className={classes.quiet}>
          {t('records.noneRelated', { object: inSentence(label(related.label), language) })}
        </p>
      )}
      {rows !== undefined && rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((row) => (
            <Row key={row.id} related={related} row={row} />
          ))}
        </ul>
      )}
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
        <Suspense>
          <CreateDialog
            object={related.object}
            prefilled={relatedValues(related, object.name, record.id)}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
