import { CopyIconButton } from '#web/design/copy-icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './inline-field.module.css'

/** Puts a code where it can be pasted from. */
export function CopyValue({ value, name }: { value: string; name: string }) {
  const { t } = useMessages()
  return <CopyIconButton text={value} label={t('activity.copyValue', { name })} className={classes.copy} />
}
