import { IconChevronDown, IconChevronUp, IconLink, IconStar, IconStarFilled } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useLocale } from '#web/data/index.ts'
import { useStars } from '#web/data/use-stars.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useCopyToast } from '#web/design/use-copy-toast.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Breadcrumb } from '../breadcrumb.tsx'
import { countText } from '../list/count-text.ts'
import { Presence } from '../presence.tsx'
import { ShareButton } from '../share/share-button.tsx'
import type { ViewState } from '../views/view-state.ts'
import classes from './record-bar.module.css'
import { RecordMenu } from './record-menu.tsx'
import { useNeighbours } from './use-neighbours.ts'

interface RecordBarProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  /** The list that one came from. */
  readonly state: ViewState
  /** What Esc does before it leaves the page: close the field that is open. */
  readonly onEscape: (() => void) | undefined
  readonly onHistory: () => void
  /** Buttons at the right, the filled one last. */
  readonly actions: ReactNode
}

/** Way back, place in the list, previous and next, and what is done with the record as a whole. */
export function RecordBar({ object, record, state, onEscape, onHistory, actions }: RecordBarProps) {
  const { t } = useMessages()
  const { language } = useLocale()
  const phone = usePhone()
  const navigate = useNavigate()
  const { isStarred, toggle } = useStars()
  const neighbours = useNeighbours(object, record.id, state)
  const title = titleOf(object, record)
  const starred = isStarred(record.id)
  const go = (id: string | undefined) => {
    if (id === undefined) return
    const params = { object: object.name, id }
    void navigate({ to: '/o/$object/$id', params, search: state.address, replace: true })
  }
  const leave = () =>
    void navigate({
      to: '/o/$object',
      params: { object: object.name },
      search: state.address,
      state: { asLeft: true },
    })
  useKeys({ j: () => go(neighbours?.next), k: () => go(neighbours?.previous), Escape: onEscape ?? leave })
  const place =
    neighbours === undefined
      ? undefined
      : neighbours.count === undefined
        ? String(neighbours.place)
        : `${neighbours.place} / ${countText(neighbours.count, language)}`
  const copyToast = useCopyToast()
  const copyLink = () => copyToast(`${location.origin}/o/${object.name}/${record.id}`)
  const view = state.view?.name
  const steps = [
    { title: t('records.previous'), keyHint: 'K', icon: IconChevronUp, to: neighbours?.previous },
    { title: t('records.next'), keyHint: 'J', icon: IconChevronDown, to: neighbours?.next },
  ]
  const star = () => toggle({ object: object.name, id: record.id, title })
  useCommandsOfPage([
    {
      id: 'star',
      title: t(starred ? 'activity.unstar' : 'activity.star'),
      words: 'star favourite favorite',
      icon: <IconStar aria-hidden />,
      place: 20,
      run: star,
    },
    {
      id: 'copy link',
      title: t('records.copyLink'),
      words: 'copy link address',
      icon: <IconLink aria-hidden />,
      place: 21,
      run: copyLink,
    },
    ...steps.flatMap(({ title, keyHint, icon: Shape, to }) =>
      to === undefined
        ? []
        : [
            {
              id: `go ${keyHint}`,
              title,
              keyHint,
              icon: <Shape aria-hidden />,
              place: 30,
              further: true as const,
              run: () => go(to),
            },
          ],
    ),
  ])
  return (
    <header className={classes.bar}>
      <Breadcrumb object={object} search={state.address} view={view} />
      {phone ? (
        <span className={classes.phonePlace}>
          {view !== undefined && place !== undefined
            ? t('activity.joined', { first: view, second: place })
            : (view ?? place)}
        </span>
      ) : (
        <>
          <span className={classes.crumb} title={title}>
            {title}
          </span>
          {place !== undefined && <span className={classes.place}>{place}</span>}
        </>
      )}
      {neighbours !== undefined &&
        !phone &&
        steps.map(({ title, keyHint, icon, to }) => (
          <IconButton
            key={keyHint}
            size="sm"
            icon={icon}
            label={title}
            keyHint={keyHint}
            disabled={to === undefined}
            onClick={() => go(to)}
          />
        ))}
      <span className={classes.end}>
        {!phone && (
          <>
            <Presence object={object.name} id={record.id} />
            <IconButton
              icon={starred ? IconStarFilled : IconStar}
              label={t(starred ? 'activity.unstar' : 'activity.star')}
              aria-pressed={starred}
              className={classes.star}
              onClick={star}
            />
            <IconButton icon={IconLink} label={t('records.copyLink')} onClick={copyLink} />
          </>
        )}
        <ShareButton object={object} record={record} />
        <RecordMenu
          object={object}
          record={record}
          onLeave={leave}
          onHistory={onHistory}
          {...(phone && {
            phone: {
              starred,
              onStar: star,
              onCopyLink: copyLink,
              onPrevious: neighbours?.previous === undefined ? undefined : () => go(neighbours.previous),
              onNext: neighbours?.next === undefined ? undefined : () => go(neighbours.next),
            },
          })}
        />
        {!phone && actions}
      </span>
    </header>
  )
}
