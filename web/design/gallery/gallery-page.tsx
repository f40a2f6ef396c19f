import { Checkbox, Menu, NumberInput, Popover, Switch, TextInput } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconSearch, IconTrash, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Avatar } from '../avatar.tsx'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ErrorState } from '../error-state.tsx'
import { FileDrop } from '../file-drop.tsx'
import { IconButton } from '../icon-button.tsx'
import { Kbd } from '../kbd.tsx'
import { MenuChoice } from '../menu-choice.tsx'
import { MenuItem } from '../menu-item.tsx'
import { ObjectIcon } from '../object-icon.tsx'
import { PasswordInput } from '../password-input.tsx'
import { PlainPage } from '../plain-page.tsx'
import { Select } from '../select.tsx'
import { Skeleton } from '../skeleton.tsx'
import { SplitPane } from '../split-pane.tsx'
import { showToast } from '../toast-store.ts'
import { Toasts } from '../toasts.tsx'
import { TopBar } from '../top-bar.tsx'
import classes from './gallery.module.css'
import { GalleryColors } from './gallery-colors.tsx'
import { GalleryTable } from './gallery-table.tsx'
import { GalleryTabs } from './gallery-tabs.tsx'
import { Specimen } from './specimen.tsx'

/** Every primitive in each of its states; language and theme are changed in the corner. */
export function Component() {
  const { t } = useMessages()
  const [dialog, setDialog] = useState(false)
  const [choice, setChoice] = useState<'a' | 'b'>('a')
  const choices = [
    { value: 'a', label: t('design.sampleLevelA'), detail: t('design.sampleLevelADetail') },
    { value: 'b', label: t('design.sampleLevelB'), detail: t('design.sampleLevelBDetail') },
  ] as const
  const nothing = () => {}

  return (
    <PlainPage title={t('design.gallery')} wide>
      <Toasts />
      <div className={classes.grid}>
        <Specimen title="Button">
          <Button variant="primary" icon={IconPlus} keyHint="C">
            {t('design.sampleCreate')}
          </Button>
          <Button icon={IconUpload}>{t('design.sampleImport')}</Button>
          <Button variant="subtle">{t('design.cancel')}</Button>
          <Button variant="danger">{t('design.sampleDelete')}</Button>
          <Button size="sm">{t('design.sampleSmall')}</Button>
          <Button disabledReason={t('design.required')}>{t('design.sampleDisabled')}</Button>
          <Button variant="primary" busy>
            {t('design.sampleBusy')}
          </Button>
        </Specimen>
        <Specimen title="IconButton, Kbd">
          <IconButton icon={IconSearch} label={t('design.search')} keyHint="/" />
          <IconButton icon={IconDots} label={t('design.more')} edge />
          <IconButton icon={IconPencil} label={t('design.sampleEdit')} size="sm" />
          <IconButton icon={IconTrash} label={t('design.sampleDelete')} disabled />
          <Kbd>⌘K</Kbd>
          <Kbd>Esc</Kbd>
        </Specimen>
        <Specimen title="Tag">
          <GalleryColors kind="tag" />
        </Specimen>
        <Specimen title="StatusDot">
          <GalleryColors kind="dot" />
        </Specimen>
        <Specimen title="Avatar, ObjectIcon">
          {[t('design.samplePerson'), 'Lin Zhixia', '陈屿', 'Ada'].map((name) => (
            <Avatar key={name} id={name} name={name} size={24} />
          ))}
          <Avatar id="company" name={t('design.sampleCompany')} size={40} shape="square" />
          {['building', 'users', 'target-arrow', 'checkbox', 'unknown'].map((name) => (
            <ObjectIcon key={name} name={name} />
          ))}
        </Specimen>
        <Specimen title="TextInput, NumberInput" column>
          <TextInput
            label={t('design.sampleField')}
            placeholder={t('design.samplePerson')}
            description={t('design.sampleHelp')}
          />
          <NumberInput
            label={t('design.sampleAmount')}
            defaultValue={880000}
            thousandSeparator=","
            required
          />
          <TextInput
            label={t('design.sampleField')}
            defaultValue={t('design.samplePerson')}
            error={t('design.required')}
          />
          <TextInput label={t('design.sampleDisabled')} defaultValue={t('design.samplePerson')} disabled />
          <PasswordInput label={t('auth.password')} defaultValue="12345678" />
        </Specimen>
        <Specimen title="Select, Checkbox, Switch" column>
          <Select label={t('design.sampleLevel')} choices={choices} value={choice} onChange={setChoice} />
          <Checkbox label={t('design.sampleLevelA')} defaultChecked />
          <Checkbox label={t('design.sampleLevelB')} />
          <Checkbox label={t('design.more')} indeterminate onChange={nothing} />
          <Switch label={t('design.sampleLevelA')} defaultChecked />
          <Switch label={t('design.sampleLevelB')} />
        </Specimen>
        <Specimen title="Menu, Popover, Dialog, Toast">
          <Menu>
            <Menu.Target>
              <Button>{t('design.sampleMenu')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <MenuItem icon={IconPencil} keyHint="E" onClick={nothing}>
                {t('design.sampleEdit')}
              </MenuItem>
              <MenuChoice checked onClick={nothing}>
                {t('design.sampleLevelA')}
              </MenuChoice>
              <Menu.Divider />
              <MenuItem icon={IconTrash} danger onClick={nothing}>
                {t('design.sampleDelete')}
              </MenuItem>
            </Menu.Dropdown>
          </Menu>
          <Popover width={240}>
            <Popover.Target>
              <Button>{t('design.samplePopover')}</Button>
            </Popover.Target>
            <Popover.Dropdown p={12}>{t('design.sampleHelp')}</Popover.Dropdown>
          </Popover>
          <Button onClick={() => setDialog(true)}>{t('design.sampleDialog')}</Button>
          <Button onClick={() => showToast(t('design.sampleDeleted'), { undo: nothing })}>
            {t('design.sampleToast')}
          </Button>
          <Button onClick={() => showToast(t('shell.loadFailed'), { tone: 'problem' })}>
            {t('design.failed')}
          </Button>
          <Dialog
            opened={dialog}
            onClose={() => setDialog(false)}
            title={t('design.sampleDialog')}
            footer={
              <>
                <Button onClick={() => setDialog(false)}>{t('design.cancel')}</Button>
                <Button variant="primary" onClick={() => setDialog(false)}>
                  {t('design.sampleCreate')}
                </Button>
              </>
            }
          >
            <TextInput label={t('design.sampleField')} data-autofocus />
          </Dialog>
        </Specimen>
        <Specimen title="Tabs" flush>
          <GalleryTabs />
        </Specimen>
        <Specimen title="TopBar" flush>
          <TopBar
            title={t('design.gallery')}
            count="2,346"
            actions={
              <>
                <Button icon={IconUpload}>{t('design.sampleImport')}</Button>
                <Button variant="primary" icon={IconPlus} keyHint="C">
                  {t('design.sampleCreate')}
                </Button>
              </>
            }
          />
        </Specimen>
        <Specimen title="Table" flush>
          <GalleryTable />
        </Specimen>
        <Specimen title="Skeleton" column>
          <Skeleton width="60%" />
          <Skeleton width="85%" />
          <Skeleton width="40%" height={20} />
        </Specimen>
        <Specimen title="EmptyState" flush>
          <EmptyState
            icon={IconSearch}
            title={t('design.nothingFound')}
            detail={t('design.sampleHelp')}
            action={<Button>{t('design.clear')}</Button>}
          />
        </Specimen>
        <Specimen title="ErrorState" flush>
          <ErrorState detail={t('shell.loadFailedWhat')} onRetry={nothing} />
        </Specimen>
        <Specimen title="FileDrop" column>
          <FileDrop onFile={(file) => showToast(file.name)} accept=".csv,.xlsx" hint="CSV, XLSX" />
        </Specimen>
        <Specimen title="SplitPane" flush>
          <div className={classes.pane}>
            <SplitPane name="gallery" initial={180} least={120} side={<p>{t('design.sampleLevelA')}</p>}>
              <p>{t('design.sampleLevelB')}</p>
            </SplitPane>
          </div>
        </Specimen>
      </div>
    </PlainPage>
  )
}
