import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './doubles-notice.module.css'
import type { RecordForm } from './use-record-form.ts'

interface DoublesNoticeProps {
  readonly object: CatalogueObject
  readonly form: RecordForm
}

/**
 * That records with the same name or number are there, and whose they are; of those one may see, the way to them. It comes
 * into view and takes the focus, and has the one button that makes the record all the same: saving once more leads to it.
 */
export function DoublesNotice({ object, form }: DoublesNoticeProps) {
  const { t, label } = useMessages()
  const { doubles: found } = form
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (found.length === 0) return
    place.current?.scrollIntoView({ block: 'nearest' })
    button.current?.focus({ preventScroll: true })
  }, [found])
  if (found.length === 0) return null
  return (
    <div ref={place} className={classes.notice} role="alert">
      <p className={classes.title}>{t('records.doubles')}</p>
      <ul className={classes.list}>
        {found.map(({ field, owner, id }) => {
          const name = label(object.fieldByName.get(field)?.label)
          return (
            <li key={field}>
              {t(owner === null ? 'records.doubleUnowned' : 'records.doubleOwned', {
                field: name,
                owner: owner?.name ?? '',
              })}
              {id !== undefined && (
                <Link
                  to="/o/$object/$id"
                  params={{ object: object.name, id }}
                  target="_blank"
                  className={classes.link}
                  aria-label={t('records.openDouble', { field: name })}
                >
                  {t('records.open')}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      <p className={classes.more}>{t('records.doublesMore')}</p>
      <Button
        ref={button}
        size="sm"
        busy={form.saving}
        // What was pressed to save is pressed still, or for the second time: it does not speak of what nobody has read.
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={({ detail }) => {
          if (detail < 2) form.submitAnyway()
        }}
      >
        {t('records.createAnyway')}
      </Button>
    </div>
  )
}
