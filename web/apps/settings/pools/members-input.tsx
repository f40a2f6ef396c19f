import { Input } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Grantee } from '#shared/operations/sharing.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { GranteeInput } from '../granting/grantee-input.tsx'
import { GranteeName } from '../granting/grantee-name.tsx'
import classes from './pools.module.css'

interface MembersInputProps {
  readonly members: readonly Grantee[]
  readonly error: string | undefined
  readonly onChange: (members: readonly Grantee[]) => void
}

const keyOf = ({ kind, id }: Grantee): string => `${kind} ${id}`

/** Who looks into a pool: people, teams, roles; whoever is chosen joins the list at once. */
export function MembersInput({ members, error, onChange }: MembersInputProps) {
  const { t } = useMessages()
  const [next, setNext] = useState<Grantee>({ kind: 'teamAndBelow' })
  const place = useRef<HTMLDivElement>(null)
  /** Where in the list somebody was taken out, with the button that had the focus. */
  const left = useRef<number>(undefined)
  const labelId = useId()
  const errorId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list as it stands then
  useEffect(() => {
    if (left.current === undefined) return
    const buttons = [...(place.current?.querySelectorAll<HTMLElement>('li > button') ?? [])]
    const button = buttons[Math.min(left.current, buttons.length - 1)]
    left.current = undefined
    ;(button ?? place.current?.querySelector<HTMLElement>('input:not([type="hidden"]), button'))?.focus()
  }, [members])
  const choose = (chosen: Grantee) => {
    const whole = chosen.kind === 'everybody' || chosen.id !== undefined
    setNext(chosen.kind === 'everybody' ? { kind: 'teamAndBelow' } : { kind: chosen.kind })
    if (whole && !members.some((member) => keyOf(member) === keyOf(chosen))) onChange([...members, chosen])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a legend of its own
    <div
      ref={place}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <Input.Label id={labelId} component="span">
        {t('pools.members')}
      </Input.Label>
      {members.length > 0 && (
        <ul className={classes.chosen}>
          {members.map((member, index) => {
            const ownId = `${labelId}-${keyOf(member).replace(' ', '-')}`
            return (
              <li key={keyOf(member)}>
                <span id={`${ownId}-name`} className={classes.chosenName}>
                  <GranteeName grantee={member} />
                </span>
                <IconButton
                  icon={IconX}
                  size="sm"
                  id={`${ownId}-remove`}
                  label={t('pools.removeMember')}
                  aria-labelledby={`${ownId}-remove ${ownId}-name`}
                  onClick={() => {
                    left.current = index
                    onChange(members.filter((other) => other !== member))
                  }}
                />
              </li>
            )
          })}
        </ul>
      )}
      <GranteeInput label={t('pools.addMembers')} grantee={next} error={undefined} onChange={choose} />
      {error !== undefined && (
        <Input.Error id={errorId} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  )
}
