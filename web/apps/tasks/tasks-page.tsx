import { Menu } from '@mantine/core'
import { IconChecklist, IconLayoutList } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SearchBox } from '#web/records/search-box.tsx'
import { AddTask } from './add-task.tsx'
import { TasksInUse } from './tasks-in-use.tsx'
import classes from './tasks-page.module.css'
import { TasksSkeleton } from './tasks-skeleton.tsx'
import { type Show, shows, useTaskList } from './use-task-list.ts'

const route = '/shell/tasks'
const isShow = (text: string | undefined): text is Show => shows.some((show) => show === text)

/** What is to be done, across all records. */
export function Component() {
  const { t, language } = useMessages()
  const address = useSearch({ from: route })
  const navigate = useNavigate()
  const panelId = useId()
  const box = useRef<HTMLInputElement>(null)
  const [searching, setSearching] = useState(false)
  const show: Show = isShow(address.show) ? address.show : 'mine'
  const search = address.search ?? ''
  const phone = usePhone()
  const grouped = address.group === 'record'
  const open = useTaskList(show, 'open', search)
  const change = (part: Partial<typeof address>) =>
    void navigate({ to: '/tasks', search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false })
  useKeys({ c: () => box.current?.focus(), '/': () => setSearching(true) })
  const count = open.tasks?.filter(({ done }) => !done).length
  const found = count === undefined || (count === 0 && search === '') ? undefined : count
  return (
    <>
      <TopBar
        title={t('tasks.title')}
        count={found === undefined ? undefined : `${found.toLocaleString(language)}${open.more ? '+' : ''}`}
        actions={
          <>
            <SearchBox
              text={search}
              onText={(text) => change({ search: text === '' ? undefined : text })}
              opened={searching}
              onOpened={setSearching}
            />
            {!(phone && (searching || search !== '')) && (
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <Button variant="subtle" icon={IconLayoutList}>
                    {t(grouped ? 'tasks.byRecord' : 'tasks.byDate')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown aria-label={t('tasks.groupBy')}>
                  <MenuChoice checked={!grouped} onClick={() => change({ group: undefined })}>
                    {t('tasks.byDate')}
                  </MenuChoice>
                  <MenuChoice checked={grouped} onClick={() => change({ group: 'record' })}>
                    {t('tasks.byRecord')}
                  </MenuChoice>
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <Tabs
        label={t('tasks.title')}
        panelId={panelId}
        current={show}
        tabs={shows.map((name) => ({ name, label: t(`tasks.${name}`) }))}
        onChange={(name) => change({ show: name === 'mine' ? undefined : name, id: undefined })}
      />
      <div id={panelId} role="tabpanel" aria-label={t(`tasks.${show}`)} className={classes.body}>
        <AddTask box={box} />
        {open.error !== null ? (
          <ErrorState
            title={t('tasks.failed')}
            detail={problemText(t, open.error) ?? ''}
            onRetry={open.again}
          />
        ) : open.tasks === undefined ? (
          <TasksSkeleton />
        ) : (
          <TasksInUse
            key={show}
            show={show}
            search={search}
            grouped={grouped}
            open={open}
            tasks={open.tasks}
            peeked={address.id}
            onPeek={(id) => change({ id })}
            nothing={
              search !== '' ? (
                <EmptyState
                  title={t('records.nothingFound', { text: search })}
                  action={
                    <Button onClick={() => change({ search: undefined })}>{t('records.clearSearch')}</Button>
                  }
                />
              ) : (
                <EmptyState
                  icon={IconChecklist}
                  title={t(`tasks.nothing_${show}`)}
                  detail={t('tasks.nothingHow')}
                />
              )
            }
          />
        )}
      </div>
    </>
  )
}
