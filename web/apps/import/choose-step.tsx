import type { UseMutationResult } from '@tanstack/react-query'
import type { ImportProposal } from '#shared/imports/contract.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue, useMay } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { FileDrop } from '#web/design/file-drop.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'

interface ChooseStepProps {
  readonly object: CatalogueObject
  readonly onObject: (name: string) => void
  readonly reading: UseMutationResult<ImportProposal, Error, File>
}

export function ChooseStep({ object, onObject, reading }: ChooseStepProps) {
  const { t, label } = useMessages()
  const { may } = useMay()
  const choices = useCatalogue()
    .objects.filter(({ app, name }) => app !== 'system' && may(name, 'import'))
    .map((each) => ({ value: each.name, label: label(each.label) }))
  const file = reading.variables?.name ?? ''
  return (
    <div className={classes.choose}>
      <Select
        label={t('import.object')}
        choices={choices}
        value={object.name}
        onChange={onObject}
        searchable
        disabled={reading.isPending}
      />
      <FormProblem>{problemText(t, reading.error)}</FormProblem>
      {reading.isPending ? (
        <div className={classes.reading} role="status">
          <p>{t('import.reading', { file })}</p>
          <Skeleton />
          <Skeleton width="80%" />
          <Skeleton width="90%" />
        </div>
      ) : (
        <FileDrop accept=".csv,.tsv,.txt,.xlsx" hint={t('import.fileHint')} onFile={reading.mutate} />
      )}
    </div>
  )
}
