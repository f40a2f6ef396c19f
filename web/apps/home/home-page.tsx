import { IconCheck, IconLayoutGrid, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { TopBar } from '#web/design/top-bar.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { lonelyOf, movedTo, withBlock } from './arrange.ts'
import type { Block } from './block.ts'
import { BlockActs } from './block-acts.tsx'
import { BlockContent } from './block-content.tsx'
import { BlockFrame } from './block-frame.tsx'
import classes from './home-page.module.css'
import { useBlockTitle } from './use-block-title.ts'
import { useBlocks } from './use-blocks.ts'

const BlockDialog = lazy(async () => ({ default: (await import('./block-dialog.tsx')).BlockDialog }))
const ArrangedBlocks = lazy(async () => ({ default: (await import('./arranged-blocks.tsx')).ArrangedBlocks }))

/** Where a day begins: blocks that each person arranges. */
export function Component() {
  const { t, language } = useMessages()
  const { now, timeZone } = useLocale()
  const phone = usePhone()
  const titleOf = useBlockTitle()
  const { blocks, own, arrange, reset } = useBlocks()
  const [arranging, setArranging] = useState(false)
  const [asked, setAsked] = useState<Block | 'new'>()
  useKeys({
    e: () => setArranging((before) => !before),
    Escape: () => setArranging(false),
  })
  const remove = (block: Block) => {
    arrange(blocks.filter(({ id }) => id !== block.id))
    showToast(t('home.removed', { title: titleOf(block) }), { undo: () => arrange(blocks) })
  }
  const day = new Date(now).toLocaleDateString(language, {
    ...{ month: 'long', day: 'numeric', weekday: 'long' },
    timeZone,
  })
  const actsOf = (block: Block, index: number) => (
    <BlockActs
      block={block}
      title={titleOf(block)}
      first={index === 0}
      last={index === blocks.length - 1}
      onMove={(step) => arrange(movedTo(blocks, block.id, index + step))}
      onWidth={(width) => arrange(withBlock(blocks, { ...block, width }))}
      onEdit={() => setAsked(block)}
      onRemove={() => remove(block)}
    />
  )
  const lonely = lonelyOf(blocks)
  const standing = blocks.map((block) => (
    <BlockFrame key={block.id} block={block} alone={lonely.has(block.id)}>
      <BlockContent block={block} />
    </BlockFrame>
  ))
  return (
    <>
      <TopBar
        title={t('home.title')}
        count={day}
        actions={
          arranging ? (
            <>
              {own && (
                <Button variant="subtle" onClick={reset}>
                  {t('home.reset')}
                </Button>
              )}
              <Button icon={IconPlus} onClick={() => setAsked('new')}>
                {t('home.add')}
              </Button>
              <Button variant="primary" icon={IconCheck} onClick={() => setArranging(false)}>
                {t('home.done')}
              </Button>
            </>
          ) : (
            <Button
              icon={IconLayoutGrid}
              keyHint={phone ? undefined : 'E'}
              onClick={() => setArranging(true)}
            >
              {t('home.arrange')}
            </Button>
          )
        }
      />
      <div className={classes.page} data-arranging={arranging || undefined}>
        {blocks.length === 0 ? (
          <EmptyState
            icon={IconLayoutGrid}
            title={t('home.empty')}
            detail={t('home.emptyWhat')}
            action={<Button onClick={reset}>{t('home.reset')}</Button>}
          />
        ) : (
          <div className={classes.grid}>
            {arranging ? (
              <Suspense fallback={standing}>
                <ArrangedBlocks blocks={blocks} actsOf={actsOf} onArrange={arrange} />
              </Suspense>
            ) : (
              standing
            )}
          </div>
        )}
      </div>
      {asked !== undefined && (
        <Suspense>
          <BlockDialog
            block={asked === 'new' ? undefined : asked}
            onClose={() => setAsked(undefined)}
            onDone={(block) => arrange(withBlock(blocks, block))}
          />
        </Suspense>
      )}
    </>
  )
}
