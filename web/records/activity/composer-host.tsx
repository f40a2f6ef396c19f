import { useState, useSyncExternalStore } from 'react'
import { useCatalogue, useSession } from '#web/data/index.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '../record-picture.tsx'
import { Chip } from './chip.tsx'
import { Composer } from './composer.tsx'
import classes from './composer-host.module.css'
import { type ComposerSubject, closeComposer, composerStore } from './open-composer.ts'
import { rememberSubject } from './recent-subjects.ts'
import { SubjectSearch } from './subject-search.tsx'
import { useNearestSubjects } from './use-nearest-subjects.ts'

/** Stands in the frame and opens the composer when anything asks for it (`openComposer`). */
export function ComposerHost() {
  const { t } = useMessages()
  const request = useSyncExternalStore(composerStore.subscribe, composerStore.get)
  if (request === null) return null
  return (
    <Dialog opened onClose={closeComposer} width={600} title={t('activity.write')}>
      <ComposerAbove asked={request.about} />
    </Dialog>
  )
}

function ComposerAbove({ asked }: { asked: ComposerSubject | undefined }) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const { workspace } = useSession()
  const nearest = useNearestSubjects(asked === undefined)
  const [chosen, setChosen] = useState<ComposerSubject | undefined>(asked)
  const about = chosen ?? nearest?.[0]
  const offered =
    chosen === undefined || nearest?.some(({ id }) => id === chosen.id)
      ? (nearest ?? [])
      : [chosen, ...(nearest ?? [])]
  const picture = ({ object, id, title }: ComposerSubject) => {
    const target = catalogue.find(object)
    return target && <RecordPicture object={target} id={id} name={title} size={18} />
  }
  return (
    <div className={classes.host}>
      {asked !== undefined ? (
        <p className={classes.about}>
          {picture(asked)}
          <span>{asked.title}</span>
        </p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row that scrolls
        <div className={classes.subjects} role="group" aria-label={t('activity.chooseAbout')}>
          {nearest === undefined && <Skeleton width="60%" />}
          <div className={classes.nearest}>
            {offered.map((subject) => (
              <Chip
                key={subject.id}
                pressed={subject.id === about?.id}
                picture={picture(subject)}
                onClick={() => setChosen(subject)}
              >
                {subject.title}
              </Chip>
            ))}
          </div>
          <SubjectSearch onChoose={setChosen} />
        </div>
      )}
      {about !== undefined && (
        <Composer
          about={about}
          alone
          {...(asked === undefined && { draftOf: anyone })}
          onSaved={() => {
            rememberSubject(workspace.id, about)
            closeComposer()
          }}
        />
      )}
    </div>
  )
}

/** Where words are kept that are written before it is clear about whom. */
const anyone = { object: 'any', id: 'any' }
