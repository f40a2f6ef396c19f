import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { sampleDataExpected, useMay } from '#web/data/index.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'

/** Asked again so often (ms) while sample data is on its way; what the server tells of changes comes sooner. */
const looksAgain = 3000

interface NothingYetProps {
  readonly object: CatalogueObject
  /** Asks for the list again. */
  readonly onLook: () => void
}

/** An object without records: what to do first. */
export function NothingYet({ object, onLook }: NothingYetProps) {
  const { t, label, language } = useMessages()
  const arriving = sampleDataExpected()
  const { may } = useMay()
  useEffect(() => {
    if (!arriving) return
    const timer = setInterval(onLook, looksAgain)
    return () => clearInterval(timer)
  }, [arriving, onLook])
  if (arriving) return <EmptyState title={t('records.arriving')} detail={t('records.arrivingWhat')} />
  const name = inSentence(label(object.label), language)
  const params = { object: object.name }
  const mayCreate = may(object.name, 'create')
  const mayImport = may(object.name, 'import')
  return (
    <EmptyState
      title={t('records.nothingYet', { object: name })}
      {...(mayCreate && { detail: t('records.nothingYetHow', { object: name }) })}
      action={
        <>
          {mayCreate && (
            <ButtonLink to="/o/$object/new" params={params} variant="primary" icon={IconPlus} keyHint="C">
              {t('records.newRecord', { object: name })}
            </ButtonLink>
          )}
          {mayImport && (
            <ButtonLink to="/import/{-$object}" params={params} icon={IconUpload}>
              {t('records.import')}
            </ButtonLink>
          )}
        </>
      }
    />
  )
}
