import { TextInput } from '@mantine/core'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import { useCatalogue } from '#web/data/index.ts'
import { usePoolChanges } from '#web/data/use-pool-changes.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type ConditionHandle, ConditionInput } from '../granting/condition-input.tsx'
import { FooterWithStatus } from '../granting/footer-with-status.tsx'
import { ObjectInput } from '../granting/object-input.tsx'
import { useSavingGrant } from '../granting/use-saving-grant.ts'
import { useShareable } from '../granting/use-shareable.ts'
import page from '../settings-page.module.css'
import { FieldsInput } from './fields-input.tsx'
import { HoldsNow } from './holds-now.tsx'
import { MembersInput } from './members-input.tsx'

interface PoolDialogProps {
  /** None: a new one. */
  readonly pool: Pool | undefined
  readonly onClose: () => void
}

/** The app of what is done about records: somebody takes those, not what was done about them. */
const doings = 'work'

/** A pool: which records without an owner, which of their fields, for whom; and how many that is now. */
export function PoolDialog({ pool: opened, onClose }: PoolDialogProps) {
  const { t } = useMessages()
  const formId = useId()
  const catalogue = useCatalogue()
  const shareable = useShareable()
  const objects = shareable.objects.filter(({ app }) => app !== doings)
  const first = objects.find(({ name }) => name === 'company') ?? objects[0]
  const [object, setObject] = useState(
    () => (opened === undefined ? first : catalogue.find(opened.object)) as CatalogueObject | undefined,
  )
  const [name, setName] = useState(opened?.name ?? '')
  /** Undefined as long as nobody touched it: what cannot be read any more is not kept as “every record”. */
  const [text, setText] = useState<string>()
  const [fields, setFields] = useState<readonly string[]>(opened?.fields ?? [])
  const [members, setMembers] = useState(opened?.members ?? [])
  const [sent, setSent] = useState(false)
  const saving = useSavingGrant(usePoolChanges(), opened)
  const pool = saving.grant
  const written = useRef<ConditionHandle>(null)
  const readOnly = object !== undefined && !shareable.mayShare(object)
  const condition = text ?? pool?.condition ?? ''
  const noName = name.trim() === ''
  const nobody = members.length === 0
  const untold =
    text === undefined && (pool?.broken || pool?.concealed)
      ? t(pool.concealed ? 'access.concealedKept' : 'pools.brokenWhat')
      : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (object === undefined || written.current?.check() !== true || noName || nobody || saving.busy) return
    const input = {
      object: object.name,
      name: name.trim(),
      fields: [...fields],
      members,
      ...(text !== undefined && { condition: text.trim() === '' ? null : text }),
    }
    saving.send(input, () => {
      showToast(t('pools.saved', { name: input.name }))
      onClose()
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(pool === undefined ? 'pools.newPool' : 'pools.editPool')}
      width={640}
      footer={
        <FooterWithStatus
          status={
            object !== undefined &&
            untold === undefined &&
            !readOnly && <HoldsNow object={object} condition={condition} />
          }
        >
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          {!readOnly && (
            <Button type="submit" form={formId} variant="primary" busy={saving.busy}>
              {t(pool === undefined ? 'pools.create' : 'access.save')}
            </Button>
          )}
        </FooterWithStatus>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{saving.problem}</FormProblem>
        <TextInput
          label={t('pools.name')}
          placeholder={t('pools.nameExample')}
          data-autofocus
          maxLength={200}
          value={name}
          error={sent && noName && t('auth.missing', { field: t('pools.name') })}
          onChange={(event) => setName(event.target.value)}
        />
        <ObjectInput
          objects={objects}
          object={object}
          fixed={opened !== undefined}
          readOnly={readOnly}
          onChange={(next) => {
            setObject(next)
            setText(undefined)
            setFields([])
          }}
        />
        {object !== undefined && (
          <>
            <ConditionInput
              key={object.key}
              ref={written}
              object={object}
              text={condition}
              problem={saving.conditionProblem ?? untold}
              every={untold === undefined ? t('pools.everyUnowned') : ''}
              onText={setText}
            />
            <FieldsInput object={object} fields={fields} onChange={setFields} />
          </>
        )}
        <MembersInput
          members={members}
          error={sent && nobody ? t('pools.noMembers') : undefined}
          onChange={setMembers}
        />
      </form>
    </Dialog>
  )
}
