import { Tooltip } from '@mantine/core'
import { IconRipple } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import item from './navigation-line.module.css'
import { NavigationLine } from './navigation-line.tsx'
import classes from './navigation-pools.module.css'
import { useOwnPools } from './use-own-pools.ts'

/** The pools of an object that are open to the person, beneath its line. */
export function NavigationPools({ object, rail }: { object: string; rail: boolean }) {
  const pools = useOwnPools().filter((pool) => pool.object === object)
  return pools.map(({ id, name }) => (
    <li key={id}>
      <Tooltip label={name} position="right" disabled={!rail}>
        <Link
          to="/pools/$pool"
          params={{ pool: id }}
          className={`${item.item} ${classes.pool}`}
          data-rail={rail || undefined}
          activeOptions={{ includeSearch: false }}
          aria-label={rail ? name : undefined}
        >
          <NavigationLine icon={<IconRipple aria-hidden />} name={name} rail={rail} />
        </Link>
      </Tooltip>
    </li>
  ))
}
