import { Avatar } from '#web/design/avatar.tsx'
import classes from './picker.module.css'

/** A member in a list or a field: face and name. */
export function Person({ id, name }: { id: string; name: string }) {
  return (
    <span className={classes.person}>
      <Avatar id={id} name={name} />
      <span>{name}</span>
    </span>
  )
}
