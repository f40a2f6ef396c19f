import { TextInput } from '@mantine/core'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Grantee, SharingRuleEntry } from '#shared/operations/sharing.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useSharingRuleChanges } from '#web/data/use-sharing-rules.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'
import { type ConditionHandle, ConditionInput } from '../granting/condition-input.tsx'
import { FooterWithStatus } from '../granting/footer-with-status.tsx'
import { GranteeInput } from '../granting/grantee-input.tsx'
import { ObjectInput } from '../granting/object-input.tsx'
import { useSavingGrant } from '../granting/use-saving-grant.ts'
import { useShareable } from '../granting/use-shareable.ts'
import page from '../settings-page.module.css'
import { conditionText, filterText } from './condition-text.ts'

interface RuleDialogProps {
  /** None: a new one. */
  readonly rule: SharingRuleEntry | undefined
  readonly onClose: () => void
}

const levels = ['read', 'edit'] as const

/** A sharing rule: which records, with whom, for what; and how many that is now. */
export function RuleDialog({ rule: opened, onClose }: RuleDialogProps) {
  const { t, label, language } = useMessages()
  const formId = useId()
  const catalogue = useCatalogue()
  const { objects, mayShare, mayShareToEdit } = useShareable()
  const first = objects.find(({ name }) => name === 'company') ?? objects[0]
  const [object, setObject] = useState(
    () => (opened === undefined ? first : catalogue.find(opened.object)) as CatalogueObject | undefined,
  )
  const [name, setName] = useState(opened?.name ?? '')
  /** Undefined as long as nobody touched it: what cannot be read any more is not kept as “every record”. */
  const [text, setText] = useState<string>()
  const [grantee, setGrantee] = useState<Grantee>(opened?.grantee ?? { kind: 'teamAndBelow' })
  const [level, setLevel] = useState(opened?.level ?? 'read')
  const [sent, setSent] = useState(false)
  const saving = useSavingGrant(useSharingRuleChanges(), opened)
  const rule = saving.grant
  const filter = text ?? filterText(rule?.condition ?? null)
  const untold =
    rule?.condition === null && text === undefined
      ? t(rule.concealed ? 'access.concealedKept' : 'access.brokenRule')
      : undefined
  const written = useRef<ConditionHandle>(null)
  const readOnly = object !== undefined && !mayShare(object)
  const count = useRecordCount(
    object?.name ?? '',
    { filter },
    object !== undefined && !readOnly && untold === undefined,
  )
  const noName = name.trim() === ''
  const nobody = grantee.kind !== 'everybody' && grantee.id === undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (object === undefined || written.current?.check() !== true || noName || nobody || saving.busy) return
    const input = {
      object: object.name,
      name: name.trim(),
      grantee,
      level,
      ...((rule === undefined || text !== undefined) && { condition: conditionText(filter) }),
    }
    saving.send(input, () => {
      showToast(t('access.ruleSaved', { name: name.trim() }))
      onClose()
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(rule === undefined ? 'access.newRule' : 'access.editRule')}
      width={640}
      footer={
        <FooterWithStatus
          status={
            object !== undefined &&
            count !== undefined &&
            t('access.opensNow', {
              count,
              object: inSentence(
                label(count === 1 ? object.label : (object.pluralLabel ?? object.label)),
                language,
              ),
            })
          }
        >
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          {!readOnly && (
            <Button type="submit" form={formId} variant="primary" busy={saving.busy}>
              {t(rule === undefined ? 'access.createRule' : 'access.save')}
            </Button>
          )}
        </FooterWithStatus>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{saving.problem}</FormProblem>
        <TextInput
          label={t('access.ruleName')}
          placeholder={t('access.ruleNameExample')}
          data-autofocus
          maxLength={200}
          value={name}
          error={sent && noName && t('auth.missing', { field: t('access.ruleName') })}
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
          }}
        />
        {object !== undefined && (
          <ConditionInput
            key={object.key}
            ref={written}
            object={object}
            text={filter}
            problem={saving.conditionProblem ?? untold}
            every={untold === undefined ? t('access.everyRecord') : ''}
            onText={setText}
          />
        )}
        <GranteeInput
          label={t('access.withWhom')}
          grantee={grantee}
          error={sent && nobody ? t('auth.missing', { field: t('access.withWhom') }) : undefined}
          onChange={setGrantee}
        />
        <Select
          label={t('access.level')}
          choices={levels
            .filter(
              (one) => one === level || one === 'read' || (object !== undefined && mayShareToEdit(object)),
            )
            .map((one) => ({ value: one, label: t(`access.share_${one}`) }))}
          value={level}
          onChange={setLevel}
        />
      </form>
    </Dialog>
  )
}
