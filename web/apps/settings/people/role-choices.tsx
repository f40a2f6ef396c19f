import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { beyond } from '#shared/access/beyond.ts'
import { keyedPermissions } from '#web/data/keyed-permissions.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { accessQuery } from '#web/data/use-may.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './people.module.css'

interface RoleChoicesProps {
  readonly chosen: readonly string[]
  readonly onChange: (roleIds: readonly string[]) => void
  readonly error?: string | undefined
}

/** Roles to tick; those that hold more than whoever ticks may cannot be given, nor taken. */
export function RoleChoices({ chosen, onChange, error }: RoleChoicesProps) {
  const { t } = useMessages()
  const roles = useQuery(rolesQuery).data ?? []
  const own = useQuery(accessQuery).data?.permissions
  const catalogue = useCatalogue()
  const keyed = own && keyedPermissions(own, catalogue)
  return (
    <Checkbox.Group
      label={t('people.roles')}
      error={error}
      value={[...chosen]}
      onChange={onChange}
      classNames={{ error: classes.error ?? '' }}
    >
      <div className={classes.choices}>
        {roles.map(({ id, name, description, permissions }) => {
          const more =
            keyed !== undefined &&
            permissions !== undefined &&
            beyond(keyedPermissions(permissions, catalogue), keyed, catalogue) !== undefined
          return (
            <Checkbox
              key={id}
              value={id}
              label={name}
              description={more ? t('people.rolesBeyond') : description}
              disabled={more}
            />
          )
        })}
      </div>
    </Checkbox.Group>
  )
}
