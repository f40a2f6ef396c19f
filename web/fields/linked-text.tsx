import { CopyIconButton } from '#web/design/copy-icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './fields.module.css'

/** A value that leads somewhere, with a button that copies it. */
export function LinkedText(props: { href: string; text: string; outside?: boolean; copies: boolean }) {
  const { t } = useMessages()
  return (
    <span className={classes.linked} data-quiet={!props.copies || undefined}>
      <a
        className={classes.link}
        href={props.href}
        title={props.text}
        onClick={(event) => event.stopPropagation()}
        {...(props.outside === true && { target: '_blank', rel: 'noopener noreferrer nofollow' })}
      >
        {props.text}
      </a>
      {props.copies && <CopyIconButton text={props.text} label={t('design.copy')} className={classes.copy} />}
    </span>
  )
}
