import { Menu } from '@mantine/core'
import { IconArrowRight, IconCheck, IconChevronRight, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactElement, Suspense } from 'react'
import { formatMoney } from '#shared/fields/money-format.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { type PageCommand, useCommandsOfPage } from '#web/design/commands.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { stagePlace } from './stage-place.ts'
import classes from './stage-steps.module.css'
import { nextStep, type Step } from './step.ts'
import { useAdvance } from './use-advance.ts'
import type { Leading } from './use-leading.ts'
import { useStageDays } from './use-stage-days.ts'

const AdvanceDialog = lazy(async () => ({
  default: (await import('./advance-dialog.tsx')).AdvanceDialog,
}))

interface StageStepsProps {
  readonly of: Leading
  /** Whether it is the record of the page; another one is named. */
  readonly own: boolean
  readonly field: Field
  readonly steps: readonly Step[]
}

/** The steps in their order with the days spent at each; a touch moves the record there. */
export function StageSteps({ of: { object, record }, own, field, steps }: StageStepsProps) {
  const { t } = useMessages()
  const { currency, language } = useLocale()
  const phone = usePhone()
  const days = useStageDays(object, record, field)
  const { advance, asked, cancel, busy } = useAdvance(object, record, field)
  const value = record[field.wire]
  const current = steps.findIndex((step) => step.value === value)
  const next = nextStep(steps, steps[current]?.value)
  const spent = days.get(String(value))
  const amount = object.fields.find((one) => one.type === 'money')
  const money = amount && record[amount.wire]
  useCommandsOfPage(
    field.writable
      ? steps
          .filter((step) => step.value !== value)
          .map((step): PageCommand => {
            const isNext = step === next
            const title = t(isNext ? 'activity.advanceTo' : 'records.moveTo', { stage: step.name })
            return {
              id: `stage ${step.value}`,
              title: own ? title : t('activity.joined', { first: titleOf(object, record), second: title }),
              words: 'stage status',
              icon: <IconArrowRight aria-hidden />,
              place: isNext ? 12 : 13,
              ...(!isNext && { further: true }),
              run: () => advance(step),
            }
          })
      : [],
  )
  // An end that was not come to is a choice of the menu, not a step on the way.
  const shown = steps.filter((step, index) => step.outcome !== 'lost' || index === current)
  const name = own ? null : (
    <Link
      to="/o/$object/$id"
      params={{ object: object.name, id: record.id }}
      className={classes.leading ?? ''}
    >
      <ObjectIcon name={object.icon} size={16} />
      <span className={classes.name}>{titleOf(object, record)}</span>
      {typeof money === 'string' && !phone && (
        <span className={classes.money}>
          {formatMoney(money, String(record.currency ?? currency), language, { compact: true })}
        </span>
      )}
    </Link>
  )
  const menu = (target: ReactElement) => (
    <Menu position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <MenuChoice key={step.value} checked={step.value === value} onClick={() => advance(step)}>
            {step.name}
          </MenuChoice>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  const dialog = asked !== null && (
    <Suspense>
      <AdvanceDialog
        object={object}
        record={record}
        asked={asked}
        onAdvance={(values) => advance(asked.step, values)}
        onClose={cancel}
      />
    </Suspense>
  )
  const dayNumber = spent === undefined ? undefined : t('activity.dayNumber', { count: spent + 1 })
  if (phone)
    return (
      <div className={classes.slim}>
        <div className={classes.slimHead}>
          {name}
          {menu(
            <button type="button" className={classes.slimStage}>
              {dayNumber === undefined
                ? steps[current]?.name
                : t('activity.joined', { first: steps[current]?.name ?? '', second: dayNumber })}
              <IconChevronRight aria-hidden />
            </button>,
          )}
        </div>
        <ol className={classes.bars} aria-label={t('records.stagePath')}>
          {shown.map((step) => (
            <li key={step.value} data-place={stagePlace(steps, steps.indexOf(step), current)}>
              <span className={classes.unseen}>{step.name}</span>
            </li>
          ))}
        </ol>
        {dialog}
      </div>
    )
  return (
    <div className={classes.row}>
      {name}
      <ol className={classes.path} aria-label={t('records.stagePath')}>
        {shown.map((step) => {
          const place = stagePlace(steps, steps.indexOf(step), current)
          const count = days.get(step.value)
          return (
            <li key={step.value} data-place={place}>
              <button
                type="button"
                aria-current={step.value === value ? 'step' : undefined}
                disabled={step.value === value || !field.writable}
                title={t('records.moveTo', { stage: step.name })}
                onClick={() => advance(step)}
              >
                {place === 'passed' && <IconCheck aria-hidden />}
                <span>{step.name}</span>
                {step.value === value
                  ? dayNumber !== undefined && <small>{dayNumber}</small>
                  : place === 'passed' &&
                    count !== undefined && <small>{t('activity.daysIn', { count })}</small>}
              </button>
            </li>
          )
        })}
      </ol>
      {next !== undefined && field.writable && (
        <Button icon={IconArrowRight} busy={busy} onClick={() => advance(next)}>
          {t('activity.advanceTo', { stage: next.name })}
        </Button>
      )}
      {field.writable && menu(<IconButton icon={IconDots} label={t('activity.moveElse')} />)}
      {dialog}
    </div>
  )
}
