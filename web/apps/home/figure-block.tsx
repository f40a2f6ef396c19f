import { Link } from '@tanstack/react-router'
import { formatMoney } from '#shared/fields/money-format.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { FigureBlock as Block } from './block.ts'
import { BlockProblem } from './block-problem.tsx'
import classes from './figure.module.css'
import { useFigure } from './use-figure.ts'

/** One number, large; it leads to the records that it is made of. */
export function FigureBlock({ block }: { block: Block }) {
  const { t, language } = useMessages()
  const { currency } = useLocale()
  const format = useFormat()
  const object = useCatalogue().object(block.object)
  const { count, value, loaded, error, refetch } = useFigure(block)
  if (error !== null) return <BlockProblem error={error} onRetry={() => void refetch()} />
  if (!loaded || count === undefined) return <Skeleton width={96} height={24} />
  const field = object.fieldByName.get(block.measure.field ?? '')
  const counted = count.toLocaleString(language)
  const shown =
    field === undefined
      ? counted
      : field.type === 'money'
        ? formatMoney(String(value ?? 0), currency, language, { compact: true })
        : format(field, Number(value ?? 0))
  return (
    <Link
      to="/o/$object"
      params={{ object: object.name }}
      search={{ ...(block.filter !== undefined && { filter: block.filter }) }}
      className={classes.figure ?? ''}
    >
      <strong>{shown}</strong>
      {field !== undefined && <span>{t('home.records', { count })}</span>}
    </Link>
  )
}
