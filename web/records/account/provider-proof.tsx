import { useMutation } from '@tanstack/react-query'
import { problemText } from '#web/data/problem-text.ts'
import { beginVisit } from '#web/data/providers.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** Whom a provider let in proves there, in another tab, that they still sit here. */
export function ProviderProof({ providerId, onProved }: { providerId: string; onProved: () => void }) {
  const { t } = useMessages()
  const going = useMutation({
    async mutationFn() {
      // Opened within the click: a browser takes one that comes later for an advertisement.
      const tab = window.open('about:blank', '_blank')
      try {
        const address = await beginVisit(providerId, { purpose: 'proof', returnTo: '/' })
        if (tab === null) location.assign(address)
        else tab.location.assign(address)
      } catch (error) {
        tab?.close()
        throw error
      }
    },
  })
  return (
    <>
      <p>{t('auth.proveThereWhat')}</p>
      <FormProblem>{problemText(t, going.error)}</FormProblem>
      <Button busy={going.isPending} onClick={() => going.mutate()}>
        {t('auth.proveThere')}
      </Button>
      {going.isSuccess && (
        <Button variant="primary" onClick={onProved}>
          {t('auth.provedThere')}
        </Button>
      )}
    </>
  )
}
