import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportProposal } from '#shared/imports/contract.ts'
import { useCatalogue, useMay } from '#web/data/index.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { NotForYou } from '#web/design/not-for-you.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'
import { ChooseStep } from './choose-step.tsx'
import classes from './import.module.css'
import { propose } from './imports.ts'
import { MappingStep } from './mapping-step.tsx'
import { ProgressStep } from './progress-step.tsx'

/** A page for whoever may bring records in: into the object that was asked for, or one that they may. */
export function Component() {
  const { object: asked } = useParams({ from: '/shell/import/{-$object}' })
  const catalogue = useCatalogue()
  const { may } = useMay()
  const open = catalogue.objects.filter((one) => may(one.name, 'import')).map((one) => one.name)
  const first =
    asked !== undefined && catalogue.find(asked) ? asked : (open.find((one) => one === usual) ?? open[0])
  if (first === undefined || !open.includes(first)) return <ClosedToYou />
  return <ImportInto key={first} first={first} />
}

const usual = 'company'

function ClosedToYou() {
  const { t } = useMessages()
  return (
    <>
      <TopBar title={t('import.title')} documentTitle={false} />
      <NotForYou wayOut={<ButtonLink to="/">{t('shell.toStart')}</ButtonLink>} />
    </>
  )
}

/** Brings a file in: choose it, see where its columns go, run it, read what became of each row. */
function ImportInto({ first }: { first: string }) {
  const { t, label, language } = useMessages()
  const catalogue = useCatalogue()
  const [name, setName] = useState(first)
  const [proposal, setProposal] = useState<ImportProposal>()
  const [running, setRunning] = useState(false)
  const reading = useMutation({
    mutationFn: (file: File) => propose(name, file),
    onSuccess: setProposal,
  })
  const object = catalogue.object(name)
  const restart = () => {
    setRunning(false)
    setProposal(undefined)
    reading.reset()
  }

  return (
    <>
      <TopBar
        title={t('import.titleInto', {
          object: inSentence(label(object.pluralLabel ?? object.label), language),
        })}
      />
      <div className={classes.page}>
        {proposal === undefined ? (
          <ChooseStep object={object} onObject={setName} reading={reading} />
        ) : running ? (
          <ProgressStep object={object} id={proposal.id} onBack={() => setRunning(false)} onAgain={restart} />
        ) : (
          <MappingStep
            key={proposal.id}
            object={object}
            proposal={proposal}
            onStarted={() => setRunning(true)}
            onAnother={restart}
          />
        )}
      </div>
    </>
  )
}
