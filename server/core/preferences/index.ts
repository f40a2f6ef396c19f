import { JsonText, type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/preferences.ts'
import { deletePreference } from './delete-preference.ts'
import { listPreferences } from './list-preferences.ts'
import { setPreference } from './set-preference.ts'

export { preferencesSignal } from './topic.ts'

export const preferenceOperations: readonly Operation[] = [
  operation(
    contracts.listPreferencesContract,
    async (cx) => new JsonText(`{"data":${await listPreferences(cx)}}`),
  ),
  operation(contracts.setPreferenceContract, (cx, { params, body }) => setPreference(cx, params.key!, body)),
  operation(contracts.deletePreferenceContract, (cx, { params }) => deletePreference(cx, params.key!)),
]
