import {
  IconArrowRight,
  IconLink,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, type RecordChange, type RecordData, useChanges, useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { fieldViews, RecordName } from '#web/fields/index.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { entryOf, type FieldChange, type Verb } from './entry.ts'
import classes from './history.module.css'

const icons = {
  created: IconPlus,
  updated: IconPencil,
  deleted: IconTrash,
  restored: IconRestore,
  linked: IconLink,
  unlinked: IconUnlink,
} as const satisfies Record<Verb, unknown>
const tones: Partial<Record<Verb, string>> = { created: 'green', deleted: 'red' }
/** A creation fills many fields; these are enough to know it by. */
const shownOfCreation = 6

/** Everything that happened to the record: who, when, and each field before → after. */
export function History({ object, record }: { object: CatalogueObject; record: RecordData }) {
  const { t } = useMessages()
  const changes = useChanges(object.name, record.id)
  if (changes.isError) {
    const detail = changes.error instanceof ApiError ? changes.error.detail : String(changes.error)
    return <ErrorState detail={detail} onRetry={() => void changes.refetch()} />
  }
  const entries = changes.data?.pages.flatMap((page) => page.data)
  if (entries === undefined) {
    return (
      <div className={classes.waiting}>
        <Skeleton width="60%" />
        <Skeleton width="40%" />
        <Skeleton width="50%" />
      </div>
    )
  }
  if (entries.length === 0) return <EmptyState title={t('records.noHistory')} />
  return (
    <>
      <ol className={classes.history}>
        {entries.map((change) => (
          <Change key={change.seq} change={change} object={object} record={record} />
        ))}
      </ol>
      {changes.hasNextPage && (
        <Button
          variant="subtle"
          busy={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {t('records.earlier')}
        </Button>
      )}
    </>
  )
}

interface ChangeProps {
  readonly change: RecordChange
  readonly object: CatalogueObject
  readonly record: RecordData
}

function Change({ change, object, record }: ChangeProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { verb, fields } = entryOf(change, object)
  const Shape = icons[verb]
  const shown = verb === 'created' ? fields.slice(0, shownOfCreation) : fields
  const who = change.actor?.name ?? t('records.someone')
  return (
    <li className={classes.entry}>
      <span className={classes.mark} data-tone={tones[verb]}>
        <Shape size={14} aria-hidden />
      </span>
      <div className={classes.what}>
        <p className={classes.line}>
          <span>
            <strong>{who}</strong>
            {t(verbKeys[verb])}
            {change.link !== undefined && <RecordName object={change.link.object} id={change.link.id} />}
            {change.source !== 'web' && (
              <span className={classes.source}>{sourceText(change.source, t)}</span>
            )}
          </span>
          <time dateTime={change.at}>{shortDateTime(change.at, locale)}</time>
        </p>
        {shown.length > 0 && (
          <dl className={classes.fields}>
            {shown.map((one) => (
              <FieldLine key={one.field.key} change={one} record={record} creation={verb === 'created'} />
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

const verbKeys = {
  created: 'records.didCreate',
  updated: 'records.didUpdate',
  deleted: 'records.didDelete',
  restored: 'records.didRestore',
  linked: 'records.didLink',
  unlinked: 'records.didUnlink',
} as const satisfies Record<Verb, string>

const sources = {
  api: 'records.viaApi',
  import: 'records.viaImport',
  cli: 'records.viaCli',
  system: 'records.viaSystem',
} as const

function sourceText(source: string, t: ReturnType<typeof useMessages>['t']): string {
  return source in sources ? t(sources[source as keyof typeof sources]) : ''
}

function FieldLine(props: { change: FieldChange; record: RecordData; creation: boolean }) {
  const { t, label } = useMessages()
  const { field, before, after } = props.change
  const { Cell } = fieldViews[field.type]
  // A relation that came along with the record belongs to its value of today, not to the one before.
  const bare = { id: props.record.id, version: 0, currency: props.record.currency }
  const draw = (value: unknown) =>
    value === null ? (
      <span className={classes.blank}>{t('fields.empty')}</span>
    ) : (
      <Cell field={field} value={value} record={bare} />
    )
  return (
    <div className={classes.field}>
      <dt>{label(field.label)}</dt>
      <dd>
        {!props.creation && (
          <>
            <span className={classes.before}>{draw(before)}</span>
            <IconArrowRight size={14} aria-label={t('records.became')} role="img" />
          </>
        )}
        <span>{draw(after)}</span>
      </dd>
    </div>
  )
}
