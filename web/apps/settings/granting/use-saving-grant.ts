import { useState } from 'react'
import { ApiError } from '#web/data/api-error.ts'
import { problemText } from '#web/data/problem-text.ts'
import type { Grant, useGrantChanges } from '#web/data/use-grant-changes.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/**
 * Saves what a dialog was filled in with. Where somebody else saved meanwhile, that is said once, and saving again means
 * it all the same: what was typed stays, upon the version that they left.
 */
export function useSavingGrant<One extends Grant, Input extends { readonly object: string }>(
  { save, latest }: Pick<ReturnType<typeof useGrantChanges<One, Input>>, 'save' | 'latest'>,
  opened: One | undefined,
) {
  const { t } = useMessages()
  const [grant, setGrant] = useState(opened)
  const { error } = save
  const refusal = error instanceof ApiError ? error : undefined
  const overtaken = refusal?.code === 'version_conflict'
  const conditionProblem = refusal?.messageFor('condition')
  return {
    /** As the dialog was opened with it, or as a conflict told it. */
    grant,
    busy: save.isPending,
    /** What is wrong with the condition, and with the rest. */
    conditionProblem,
    problem:
      conditionProblem !== undefined
        ? undefined
        : overtaken
          ? t('access.changedMeanwhile')
          : problemText(t, error),
    send: (input: Input, onSuccess: () => void) =>
      save.mutate(
        { grant, input },
        {
          onSuccess,
          onError: (failure) => {
            if (grant !== undefined && failure instanceof ApiError && failure.code === 'version_conflict')
              setGrant(latest(grant))
          },
        },
      ),
  }
}
