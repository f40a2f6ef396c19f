import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatMoney } from '#shared/fields/money-format.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { both, type Group, groupingBy } from '#web/records/list/group.ts'
import { GroupName } from '#web/records/list/group-name.tsx'
import { useGroups } from '#web/records/list/use-groups.ts'
import type { BreakdownBlock as Block } from './block.ts'
import { BlockProblem } from './block-problem.tsx'
import classes from './breakdown.module.css'

const most = 8

/** A figure by the values of a field, as bars; each leads to its records. */
export function BreakdownBlock({ block }: { block: Block }) {
  const { t, language } = useMessages()
  const { currency } = useLocale()
  const format = useFormat()
  const catalogue = useCatalogue()
  const object = catalogue.object(block.object)
  const { measure, filter = '' } = block
  const grouping = useMemo(() => groupingBy(block.by, object, catalogue), [block.by, object, catalogue])
  const measures = useMemo(() => (measure.fn === 'count' ? [] : [measure]), [measure])
  const { groups, loading, error } = useGroups(object.name, grouping, { filter, search: '' }, measures)
  if (grouping === undefined) return <p className={classes.none}>{t('home.fieldGone')}</p>
  if (error !== null) return <BlockProblem error={error} onRetry={() => location.reload()} />
  if (loading) return <Skeleton height={120} />
  if (groups.length === 0) return <p className={classes.none}>{t('home.nothing')}</p>
  const field = object.fieldByName.get(measure.field ?? '')
  const sizeOf = ({ count, figures }: Group) =>
    measure.fn === 'count' ? count : Number(figures[`${measure.fn}(${measure.field})`] ?? 0)
  const largest = Math.max(...groups.map(sizeOf), 0)
  const print = (size: number) =>
    field?.type === 'money'
      ? formatMoney(String(size), currency, language, { compact: true })
      : field === undefined
        ? size.toLocaleString(language)
        : format(field, size)
  return (
    <ul className={classes.bars}>
      {groups.slice(0, most).map((group) => (
        <li key={group.key}>
          <Link
            to="/o/$object"
            params={{ object: object.name }}
            search={{ filter: both(filter, group.filter) }}
            className={classes.bar ?? ''}
          >
            <span
              className={classes.fill}
              style={{ width: `${largest > 0 ? (100 * sizeOf(group)) / largest : 0}%` }}
              aria-hidden
            />
            <span className={classes.name}>
              <GroupName field={grouping.field} group={group} />
            </span>
            {measure.fn !== 'count' && (
              <span className={classes.count}>{group.count.toLocaleString(language)}</span>
            )}
            <span className={classes.size}>{print(sizeOf(group))}</span>
          </Link>
        </li>
      ))}
      {groups.length > most && (
        <li className={classes.none}>{t('home.moreGroups', { count: groups.length - most })}</li>
      )}
    </ul>
  )
}
