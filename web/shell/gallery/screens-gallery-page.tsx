import { useCatalogue } from '#web/data/index.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { GalleryInside } from '#web/design/gallery/gallery-inside.tsx'
import { Specimen } from '#web/design/gallery/specimen.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { EntryLine } from '#web/records/activity/entry-line.tsx'
import timeline from '#web/records/activity/timeline.module.css'
import { TimelineSkeleton } from '#web/records/activity/timeline-skeleton.tsx'
import { CardSkeleton } from '#web/records/board/card-skeleton.tsx'
import { RiskStrip } from '#web/records/board/risk-strip.tsx'
import { filterOf } from '#web/records/filter/filter.ts'
import { FilterChip } from '#web/records/filter/filter-chip.tsx'
import { ListSkeleton } from '#web/records/list/list-skeleton.tsx'
import { NoResult } from '#web/records/list/no-result.tsx'
import { NothingYet } from '#web/records/list/nothing-yet.tsx'
import { PeopleHere } from '#web/records/people-here.tsx'
import { ConflictChoice } from '#web/records/record/conflict-choice.tsx'
import { RecordSkeleton } from '#web/records/record/record-skeleton.tsx'
import { ConnectionBars } from '../connection-bars.tsx'
import { BarSpecimens } from './bar-specimens.tsx'
import { CardSpecimens } from './card-specimens.tsx'
import { ComposerSpecimens } from './composer-specimens.tsx'
import { RowSpecimens } from './row-specimens.tsx'
import { conflict, entries, filters, people } from './samples.ts'

const nothing = () => {}
const mayAll = () => true

/** The parts of the screens in each of their states, with the same sample data for everybody. */
export function Component() {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  // There a list is one of cards.
  const narrow = usePhone()
  const company = catalogue.object('company')
  const phone = company.fieldByName.get('phone')
  const closeDate = catalogue.object('deal').fieldByName.get('closeDate')
  const chips = filters.flatMap((text) => filterOf(text, company, catalogue).parts)
  return (
    <GalleryInside title={t('shell.galleryOfScreens')}>
      {!narrow && (
        <Specimen title="ListRow, SkeletonRow" column flush>
          <RowSpecimens object={company} title="ListRow" />
        </Specimen>
      )}
      <Specimen title="BulkBar" column flush>
        <BarSpecimens object={company} />
      </Specimen>
      <Specimen title="Card" column>
        <CardSpecimens object={catalogue.object('deal')} />
      </Specimen>
      <Specimen title="Composer" column>
        <ComposerSpecimens />
      </Specimen>
      <Specimen title="EntryLine" column>
        <ol className={timeline.entries}>
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} of={{ object: 'company', id: '' }} may={mayAll} />
          ))}
        </ol>
      </Specimen>
      <Specimen title="TimelineSkeleton" column>
        <TimelineSkeleton />
      </Specimen>
      <Specimen title="ConflictChoice" column>
        {phone !== undefined && (
          <ConflictChoice field={phone} conflict={conflict} onTheirs={nothing} onMine={nothing} />
        )}
      </Specimen>
      <Specimen title="FilterChip">
        {chips.map((part, index) => (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name than their place
            key={index}
            part={part}
            object={company}
            opened={index === 0}
            onOpen={nothing}
            onRemove={nothing}
          />
        ))}
      </Specimen>
      <Specimen title="PeopleHere">
        <PeopleHere people={[]} word="here" />
        <PeopleHere people={people.slice(0, 1)} word="here" />
        <PeopleHere people={people} word="online" />
      </Specimen>
      <Specimen title="RiskStrip, CardSkeleton" column>
        <RiskStrip risks={[{ kind: 'late', days: 3 }]} deadline={closeDate} />
        <RiskStrip
          risks={[
            { kind: 'nextLate', days: 2 },
            { kind: 'silent', days: 26 },
          ]}
          deadline={closeDate}
        />
        <CardSkeleton />
      </Specimen>
      <Specimen title="ConnectionBars" column flush>
        <ConnectionBars connected waiting={0} refused={2} onLook={nothing} />
        <ConnectionBars connected={false} waiting={0} refused={0} onLook={nothing} />
        <ConnectionBars connected={false} waiting={3} refused={1} onLook={nothing} />
      </Specimen>
      <Specimen title="NothingYet" column flush>
        <NothingYet object={company} onLook={nothing} />
      </Specimen>
      <Specimen title="NoResult" column flush>
        <NoResult
          object={company}
          filter={filterOf('name = "—"', company, catalogue)}
          search=""
          onFilter={nothing}
          onClearSearch={nothing}
        />
      </Specimen>
      <Specimen title="ErrorState" column flush>
        <ErrorState title={t('records.listFailed')} detail={t('shell.loadFailedWhat')} onRetry={nothing} />
      </Specimen>
      <Specimen title="ListSkeleton" column flush>
        <ListSkeleton />
      </Specimen>
      <Specimen title="RecordSkeleton" column flush>
        <RecordSkeleton object={company} known={undefined} />
      </Specimen>
    </GalleryInside>
  )
}
