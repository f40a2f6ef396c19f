import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconPencil, IconX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '../activity/open-composer.ts'
import { RecordPicture } from '../record-picture.tsx'
import classes from './peek.module.css'

const PeekContent = lazy(() =>
  import('./peek-content.tsx').then(({ PeekContent }) => ({ default: PeekContent })),
)

interface PeekPanelProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly onOpen: () => void
  /** To the record below or above. */
  readonly onStep?: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** A record beside its list: who it is, its leading fields to edit in place, what happened lately. */
export function PeekPanel({ object, record, onOpen, onStep, onClose }: PeekPanelProps) {
  const { t } = useMessages()
  const title = titleOf(object, record)
  return (
    <aside className={classes.panel} aria-label={t('table.previewOf', { name: title })} data-floating>
      <div className={classes.bar}>
        {onStep !== undefined && (
          <>
            <IconButton
              icon={IconChevronUp}
              label={t('records.previous')}
              keyHint="K"
              onClick={() => onStep(-1)}
            />
            <IconButton
              icon={IconChevronDown}
              label={t('records.next')}
              keyHint="J"
              onClick={() => onStep(1)}
            />
          </>
        )}
        <span className={classes.rest} />
        <Button
          variant="subtle"
          icon={IconPencil}
          onClick={() => openComposer({ object: object.name, id: record.id, title })}
        >
          {t('table.writeActivity')}
        </Button>
        <Button icon={IconArrowsDiagonal} keyHint="↵" onClick={onOpen}>
          {t('records.open')}
        </Button>
        <IconButton icon={IconX} label={t('design.close')} keyHint="Esc" onClick={onClose} />
      </div>
      <div className={classes.content}>
        <header className={classes.head}>
          <RecordPicture object={object} id={record.id} name={title} size={32} />
          <h2 className={classes.title} title={title} dir="auto">
            {title}
          </h2>
        </header>
        <Suspense>
          <PeekContent object={object} record={record} />
        </Suspense>
      </div>
    </aside>
  )
}
