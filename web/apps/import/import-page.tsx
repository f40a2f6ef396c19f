import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportProposal } from '#shared/imports/contract.ts'
import { useCatalogue } from '#web/data/index.ts'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'
import { ChooseStep } from './choose-step.tsx'
import classes from './import.module.css'
import { propose } from './imports.ts'
import { MappingStep } from './mapping-step.tsx'
import { ProgressStep } from './progress-step.tsx'

/** Brings a file in: choose it, see where its columns go, run it, read what became of each row. */
export function Component() {
  const { t, label, language } = useMessages()
  const { object: asked } = useParams({ from: '/shell/import/{-$object}' })
  const catalogue = useCatalogue()
  const [name, setName] = useState(asked !== undefined && catalogue.find(asked) ? asked : 'company')
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
