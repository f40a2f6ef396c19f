import { Switch } from '@mantine/core'
import { useId } from 'react'
import { rights } from '#shared/access/permissions.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'
import { withRight } from './change-permissions.ts'
import type { Editing } from './editing.ts'
import classes from './role-page.module.css'

/** What is not about records: a switch and a sentence each. */
export function RightsList({ editing }: { editing: Editing }) {
  const { t } = useMessages()
  const id = useId()
  const { permissions, own, locked, change } = editing
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={page.heading}>
        {t('access.rights')}
      </h3>
      {rights.map((right) => {
        const beyond = !own.rights.includes(right)
        return (
          <div key={right} className={classes.right}>
            <label htmlFor={`${id}${right}`}>
              <span className={classes.rightName}>{t(`access.right_${right}`)}</span>
              <span className={classes.rightWhat}>
                {t(`access.rightWhat_${right}`)}
                {beyond && ` ${t('access.rightBeyond')}`}
              </span>
            </label>
            <Switch
              id={`${id}${right}`}
              checked={permissions.rights.includes(right)}
              disabled={locked || beyond}
              onChange={(event) => {
                const { checked } = event.target
                change((before) => withRight(before, right, checked))
              }}
            />
          </div>
        )
      })}
    </section>
  )
}
