import { useMemo } from 'react'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { usePreference } from '#web/data/preferences.ts'
import { type Block, blockKinds, ofRecords, widths } from './block.ts'
import { defaultBlocks } from './default-blocks.ts'

const none: readonly unknown[] | null = null

/** A block as it may be shown: of a kind and a width that there are, and of an object that is still there. */
function isBlock(value: unknown, catalogue: Catalogue): value is Block {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return false
  const block = value as Block
  if (!blockKinds.includes(block.kind) || !(block.width in widths)) return false
  return !ofRecords(block) || catalogue.find(block.object) !== undefined
}

interface Blocks {
  readonly blocks: readonly Block[]
  /** Whether the person arranged them. */
  readonly own: boolean
  readonly arrange: (blocks: readonly Block[]) => void
  /** Back to what everybody begins with. */
  readonly reset: () => void
}

/** The blocks of the signed-in person's home page, on every device the same. */
export function useBlocks(): Blocks {
  const catalogue = useCatalogue()
  const [kept, keep] = usePreference<readonly unknown[] | null>('home', none)
  const blocks = useMemo(
    () => kept?.filter((value) => isBlock(value, catalogue)) ?? defaultBlocks(catalogue),
    [kept, catalogue],
  )
  return { blocks, own: kept !== null, arrange: keep, reset: () => keep(null) }
}
