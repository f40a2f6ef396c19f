import { insertValuesKey } from '#server/core/encryption/load-keys.ts'
import { hasEncrypted } from '#server/core/encryption/sealed-json.ts'
import { changeMetadata } from '#server/core/metadata/change.ts'
import { resealRecords } from '#server/core/records/index.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/**
 * Gives a workspace a new key for its encrypted fields while people work in it: from the moment of the change every writer seals under
 * it, then what the records hold is sealed anew. Earlier keys stay, to open the history.
 * @returns how many values were sealed anew; undefined where nothing is encrypted
 */
export async function rotateKeys(workspace: OpenWorkspace): Promise<number | undefined> {
  if (!hasEncrypted(workspace.catalogue())) return undefined
  const wrapping = workspace.keyWrapping
  // As a change of the metadata: whoever writes by the former version is sent back to read the keys.
  await changeMetadata(workspace, (state) => ({ ...state }), {
    within: (client) => insertValuesKey(client, workspace.schema, wrapping),
  })
  return resealRecords(workspace)
}
