import { IconCopy, IconMail } from '@tabler/icons-react'
import { type Invited, joinLink } from '#web/data/people.ts'
import { useSession } from '#web/data/use-session.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useCopy } from '#web/design/use-copy.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './people.module.css'

/** What became of invitations: links to hand over, and what a mail took along. */
export function Links({ invited }: { invited: readonly Invited[] }) {
  const { t } = useMessages()
  return (
    <>
      {invited.some(({ token }) => token !== undefined) && <p>{t('people.linkOnce')}</p>}
      <div className={classes.links}>
        {invited.map((one) => (
          <Ready key={one.invitation.id} {...one} />
        ))}
      </div>
    </>
  )
}

function Ready({ invitation: { email, mobile }, token }: Invited) {
  const { t } = useMessages()
  if (token === undefined) return <p>{t('people.invitationSent', { email: email ?? '' })}</p>
  return (
    <div>
      <p className={classes.linkHead}>{email ?? mobile ?? t('people.anyLink')}</p>
      <LinkRow link={joinLink(token)} email={email} />
    </div>
  )
}

function LinkRow({ link, email }: { link: string; email: string | null }) {
  const { t } = useMessages()
  const workspace = useSession().workspace.name
  const { place, copy } = useCopy<HTMLSpanElement>(() => link)
  const subject = encodeURIComponent(t('people.mailSubject', { workspace }))
  const body = encodeURIComponent(t('people.mailText', { workspace, link }))
  return (
    <div className={classes.linkRow}>
      <span ref={place} className={classes.link} data-link>
        {link}
      </span>
      {email !== null && (
        <IconButton
          icon={IconMail}
          size="sm"
          label={`${t('people.mailTo')} ${email}`}
          onClick={() => {
            location.href = `mailto:${encodeURIComponent(email)}?subject=${subject}&body=${body}`
          }}
        />
      )}
      <IconButton
        icon={IconCopy}
        size="sm"
        label={t('people.copyLink')}
        onClick={() => void copy().then((copied) => copied && showToast(t('design.linkCopied')))}
      />
    </div>
  )
}
