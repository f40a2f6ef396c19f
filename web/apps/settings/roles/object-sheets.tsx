import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Editing } from './editing.ts'
import { ObjectSheet } from './object-sheet.tsx'
import { ScopeGlyph } from './scope-glyph.tsx'
import classes from './sheets.module.css'
import { shownObjects } from './shown-objects.ts'
import { useReach } from './use-reach.ts'

/** The matrix on a phone: a line for each object, and a sheet with all that is said of it. */
export function ObjectSheets({ editing }: { editing: Editing }) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const reach = useReach(editing.permissions)
  const [opened, setOpened] = useState<{ readonly object: CatalogueObject | undefined }>()
  return (
    <>
      <ul className={classes.list}>
        {[undefined, ...shownObjects(catalogue)].map((object) => {
          const { scope, words, differs } = reach(object)
          return (
            <li key={object?.key ?? ''}>
              <button type="button" className={classes.line} onClick={() => setOpened({ object })}>
                {object === undefined ? <ScopeGlyph scope={scope} /> : <ObjectIcon name={object.icon} />}
                <span className={classes.text}>
                  <span className={classes.name}>
                    {object === undefined ? t('access.usual') : label(object.pluralLabel ?? object.label)}
                  </span>
                  <span
                    className={classes.words}
                    data-differs={differs || undefined}
                    data-whole={object === undefined || undefined}
                  >
                    {words}
                  </span>
                </span>
                <IconChevronRight aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
      {opened !== undefined && (
        <ObjectSheet object={opened.object} editing={editing} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
