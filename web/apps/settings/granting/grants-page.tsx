import { type Icon, IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import type { Grant } from '#web/data/use-grant-changes.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SettingsTable } from '../settings-table.tsx'
import { GrantsOfObject, type GrantTable } from './grants-of-object.tsx'
import { useFocusAfterDeletion } from './use-focus-after-deletion.ts'

interface GrantsPageProps<One extends Grant> extends GrantTable {
  readonly title: string
  readonly detail: string
  /** Makes a new one. */
  readonly make: string
  /** While there is none: that, and what they are for. */
  readonly none: string
  readonly noneWhat: string
  readonly icon: Icon
  readonly grants: UseQueryResult<readonly One[]>
  /** The cells between a grant's name and the button that deletes it. */
  readonly cells: (grant: One, object: CatalogueObject) => ReactNode
  /** Changes a grant, or makes one where it is undefined. */
  readonly editor: (grant: One | undefined, onClose: () => void) => ReactNode
  readonly deletion: (grant: One, onClose: () => void) => ReactNode
}

/** What opens records to people beyond the reach of their roles, object by object. */
export function GrantsPage<One extends Grant>(props: GrantsPageProps<One>) {
  const { title, heads, make, grants } = props
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const [editing, setEditing] = useState<{ readonly grant: One | undefined }>()
  const [deleting, setDeleting] = useState<One>()
  const { heading, leaving } = useFocusAfterDeletion()
  const makeNew = () => setEditing({ grant: undefined })
  const { data } = grants
  const objects = catalogue.objects.filter(({ name }) => data?.some(({ object }) => object === name))
  return (
    <>
      <SettingsPage
        wide
        title={title}
        heading={heading}
        detail={props.detail}
        action={
          <Button variant="primary" icon={IconPlus} onClick={makeNew}>
            {make}
          </Button>
        }
      >
        {grants.isError ? (
          <ErrorState detail={problemText(t, grants.error) ?? ''} onRetry={() => void grants.refetch()} />
        ) : data === undefined ? (
          <SettingsTable label={title} heads={heads} rows={undefined}>
            {() => null}
          </SettingsTable>
        ) : data.length === 0 ? (
          <EmptyState
            icon={props.icon}
            title={props.none}
            detail={props.noneWhat}
            action={<Button onClick={makeNew}>{make}</Button>}
          />
        ) : (
          objects.map((object) => (
            <GrantsOfObject
              key={object.key}
              object={object}
              grants={data.filter((grant) => grant.object === object.name)}
              heads={heads}
              columns={props.columns}
              labelOf={props.labelOf}
              deleteLabelOf={props.deleteLabelOf}
              onEdit={(grant) => setEditing({ grant })}
              onDelete={(grant, button) => {
                leaving(button)
                setDeleting(grant)
              }}
            >
              {(grant) => props.cells(grant, object)}
            </GrantsOfObject>
          ))
        )}
      </SettingsPage>
      {editing !== undefined && props.editor(editing.grant, () => setEditing(undefined))}
      {deleting !== undefined && props.deletion(deleting, () => setDeleting(undefined))}
    </>
  )
}
