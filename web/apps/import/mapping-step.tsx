import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ImportProposal } from '#shared/imports/contract.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ColumnRow } from './column-row.tsx'
import classes from './import.module.css'
import { preview, start } from './imports.ts'
import { draftOf, keysOf, mappingOf, type Use } from './mapping-draft.ts'
import { PreviewTable } from './preview-table.tsx'

interface MappingStepProps {
  readonly object: CatalogueObject
  readonly proposal: ImportProposal
  readonly onStarted: () => void
  readonly onAnother: () => void
}

/** Where each column goes, with the first rows as they would be read. */
export function MappingStep({ object, proposal, onStarted, onAnother }: MappingStepProps) {
  const { t, label } = useMessages()
  const [uses, setUses] = useState<readonly Use[]>(() => draftOf(proposal.columns))
  const [key, setKey] = useState('')
  const mapping = useMemo(() => mappingOf(uses, key === '' ? [] : [key]), [uses, key])
  const starting = useMutation({
    mutationFn: (dryRun: boolean) => start(proposal.id, mapping, dryRun),
    onSuccess: onStarted,
  })
  const shown = useQuery({
    queryKey: ['import', proposal.id, 'preview', mapping],
    queryFn: ({ signal }) => preview(proposal.id, mapping, signal),
    enabled: mapping.columns.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const blocked = mapping.columns.length === 0 ? t('import.nothingMapped') : undefined
  const detail = [proposal.detail.encoding?.toUpperCase(), proposal.detail.sheet].filter(Boolean).join(' · ')
  const change = (at: number, next: Use | undefined) =>
    setUses(uses.flatMap((use, index) => (index !== at ? [use] : next === undefined ? [] : [next])))
  const add = (at: number, column: string) =>
    setUses([...uses.slice(0, at + 1), { column, mapping: undefined }, ...uses.slice(at + 1)])

  return (
    <div className={classes.step}>
      <div className={classes.summary}>
        <p>{t('import.found', { file: proposal.fileName, rows: proposal.rows, detail })}</p>
        <Button variant="subtle" size="sm" onClick={onAnother}>
          {t('import.anotherFile')}
        </Button>
      </div>
      <section aria-label={t('import.columns')}>
        <div className={classes.columnHead} aria-hidden>
          <span>{t('import.column')}</span>
          <span>{t('import.field')}</span>
          <span>{t('import.handling')}</span>
        </div>
        {uses.map((use, at) => (
          <ColumnRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a column may stand here twice; its place tells them apart
            key={`${use.column} ${at}`}
            object={object}
            use={use}
            proposal={proposal.columns.find(({ column }) => column === use.column)!}
            isFurther={uses[at - 1]?.column === use.column}
            onChange={(next) => change(at, next)}
            onAdd={() => add(at, use.column)}
          />
        ))}
      </section>
      <div className={classes.match}>
        <Select
          label={t('import.match')}
          choices={[
            { value: '', label: t('import.matchNone') },
            ...keysOf(object, uses).map((field) => ({
              value: field.name,
              label: t('import.matchBy', { field: label(field.label) }),
            })),
          ]}
          value={key}
          onChange={setKey}
        />
      </div>
      <PreviewTable proposal={proposal} rows={shown.data ?? proposal.preview} pending={shown.isFetching} />
      <FormProblem>{problemText(t, starting.error ?? shown.error)}</FormProblem>
      <div className={classes.actions}>
        <Button
          variant="primary"
          busy={starting.isPending}
          disabledReason={blocked}
          onClick={() => starting.mutate(false)}
        >
          {t('import.start', { rows: proposal.rows })}
        </Button>
        <Button busy={starting.isPending} disabledReason={blocked} onClick={() => starting.mutate(true)}>
          {t('import.dryRun')}
        </Button>
        <span className={classes.hint}>{t('import.dryRunHint')}</span>
      </div>
    </div>
  )
}
