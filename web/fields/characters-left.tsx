import { useMessages } from '#web/messages/use-messages.ts'
import classes from './fields.module.css'

/** Nobody needs to know before a fifth of the room, and at most 50 characters, are left. */
export function charactersLeft(text: string, most: number | undefined): number | undefined {
  if (most === undefined || text.length < most * 0.8) return undefined
  const left = most - [...text].length
  return left <= Math.min(50, most * 0.2) ? left : undefined
}

export function CharactersLeft({ left }: { left: number }) {
  const { t } = useMessages()
  return (
    <output className={classes.left} data-over={left < 0 || undefined}>
      {left < 0 ? t('fields.charactersOver', { count: -left }) : t('fields.charactersLeft', { count: left })}
    </output>
  )
}
