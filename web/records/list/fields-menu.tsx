import { Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from '../views/view-state.ts'
import classes from './toolbar.module.css'

const FieldsPanel = lazy(async () => ({ default: (await import('./fields-panel.tsx')).FieldsPanel }))

export function FieldsMenu({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          icon={IconColumns3}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('views.fields')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('views.fields')}>
        <Suspense fallback={<div className={classes.loading} />}>
          <FieldsPanel object={object} state={state} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
