import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, sampleDataExpected, useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Condition } from '../filter/condition.ts'
import { useDescription } from '../filter/describe.ts'
import { type FilterPart, textOf } from '../filter/filter.ts'
import { inSentence } from '../in-sentence.ts'
import { countText } from './count-text.ts'

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
  useEffect(() => {
    if (!arriving) return
    const timer = setInterval(onLook, looksAgain)
    return () => clearInterval(timer)
  }, [arriving, onLook])
  if (arriving) return <EmptyState title={t('records.arriving')} detail={t('records.arrivingWhat')} />
  const name = inSentence(label(object.label), language)
  const params = { object: object.name }
  return (
    <EmptyState
      title={t('records.nothingYet', { object: name })}
      detail={t('records.nothingYetHow', { object: name })}
      action={
        <>
          <ButtonLink to="/o/$object/new" params={params} variant="primary" icon={IconPlus} keyHint="C">
            {t('records.newRecord', { object: name })}
          </ButtonLink>
          <ButtonLink to="/import/{-$object}" params={params} icon={IconUpload}>
            {t('records.import')}
          </ButtonLink>
        </>
      }
    />
  )
}

interface NoResultProps {
  readonly object: CatalogueObject
  readonly parts: readonly FilterPart[]
  readonly search: string
  readonly onParts: (parts: readonly FilterPart[]) => void
  readonly onClearSearch: () => void
}

/** Nothing matches: names the one condition without which most records would. */
export function NoResult({ object, parts, search, onParts, onClearSearch }: NoResultProps) {
  const { t } = useMessages()
  const { language } = useLocale()
  const found = useQueries({
    queries: parts.map((_, gone) => {
      const filter = textOf(without(parts, gone), object)
      const query = {
        ...(filter !== '' && { filter }),
        ...(search !== '' && { search }),
        limit: 1,
        count: 'estimate' as const,
      }
      return {
        queryKey: keys.list(object.name, { ...query, fields: ['loosened'] }),
        queryFn: () => listRecords(object.name, query),
      }
    }),
  })
  const counts = found.map((answer) => answer.data?.count ?? 0)
  const most = Math.max(0, ...counts)
  const culprit = most > 0 ? counts.indexOf(most) : -1
  const part = parts[culprit]
  if (parts.length === 0 || (culprit < 0 && search !== '')) {
    return (
      <EmptyState
        title={t('records.nothingFound', { text: search })}
        action={<Button onClick={onClearSearch}>{t('records.clearSearch')}</Button>}
      />
    )
  }
  if (part === undefined) {
    return (
      <EmptyState
        title={t('records.nothingMatches')}
        action={<Button onClick={() => onParts([])}>{t('records.clearFilter')}</Button>}
      />
    )
  }
  const loosen = (
    <Button onClick={() => onParts(without(parts, culprit))}>{t('records.removeCondition')}</Button>
  )
  return part.kind === 'condition' ? (
    <Culprit condition={part} object={object} count={countText(most, language)} action={loosen} />
  ) : (
    <EmptyState
      title={t('records.nothingMatches')}
      detail={t('records.loosen', { condition: part.text, count: countText(most, language) })}
      action={loosen}
    />
  )
}

const without = (parts: readonly FilterPart[], gone: number) => parts.filter((_, index) => index !== gone)

function Culprit(props: {
  condition: Condition
  object: CatalogueObject
  count: string
  action: React.ReactNode
}) {
  const { t } = useMessages()
  const words = useDescription(props.condition, props.object)
  const condition = t('records.conditionWords', words).trim()
  return (
    <EmptyState
      title={t('records.nothingMatches')}
      detail={t('records.loosen', { condition, count: props.count })}
      action={props.action}
    />
  )
}
