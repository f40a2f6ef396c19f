import { Outlet, useRouterState } from '@tanstack/react-router'
import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { proofAsked } from '#web/data/proof.ts'
import { useEvents } from '#web/data/use-events.ts'
import { LocaleContext, useOwnLocale } from '#web/data/use-locale.ts'
import { useMay } from '#web/data/use-may.ts'
import { usePresenceLeave } from '#web/data/use-presence-leave.ts'
import { useSession } from '#web/data/use-session.ts'
import { useTimeZone } from '#web/data/use-time-zone.ts'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { Toasts } from '#web/design/toasts.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { withFurther } from '#web/messages/further.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { composerStore, openComposer } from '#web/records/activity/open-composer.ts'
import { QuickCreate } from '#web/records/form/quick-create.tsx'
import { viewAsAsked } from '#web/records/share/view-as-asked.ts'
import { Appearance } from './appearance.tsx'
import classes from './frame.module.css'
import { useGoKeys } from './keys/use-go-keys.ts'
import { lostSession } from './lost-session.ts'
import { Navigation } from './navigation.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { useRecordInView } from './record-in-view.ts'
import { useCreateHere } from './use-create-here.ts'
import { useNavigationState } from './use-navigation-state.ts'
import { useNotificationNews } from './use-notification-news.ts'
import { useRecentRecords } from './use-recent-records.ts'
import { useTitleCount } from './use-title-count.ts'
import { ViewAsBanner } from './view-as-banner.tsx'

const Palette = lazy(async () => ({
  default: (await withFurther(() => import('./palette/palette.tsx'))).Palette,
}))
const KeysDialog = lazy(async () => ({ default: (await import('./keys/keys-dialog.tsx')).KeysDialog }))

const ProofDialog = lazy(async () => ({
  default: (await import('#web/records/account/proof-dialog.tsx')).ProofDialog,
}))
const ViewAsDialog = lazy(async () => ({
  default: (await import('#web/records/share/view-as-dialog.tsx')).ViewAsDialog,
}))
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

const CreateSheet = lazy(async () => ({ default: (await import('./create-sheet.tsx')).CreateSheet }))
const ComposerHost = lazy(async () => ({
  default: (await import('#web/records/activity/composer-host.tsx')).ComposerHost,
}))

type Above = 'palette' | 'keys' | 'create' | undefined

/** What surrounds every page: navigation, the way to anything by keyboard, news of what others change. */
export function Frame() {
  const { t, followWorkspace } = useMessages()
  const { workspace } = useSession()
  const locale = useOwnLocale()
  const phone = usePhone()
  const createHere = useCreateHere()
  const recordInView = useRecordInView()
  const { rail, setRail } = useNavigationState()
  const { may } = useMay()
  const choosingEyes = useSyncExternalStore(viewAsAsked.subscribe, viewAsAsked.get)
  const composing = useSyncExternalStore(composerStore.subscribe, composerStore.get) !== null
  const [above, setAbove] = useState<Above>()
  const lost = useSyncExternalStore(lostSession.subscribe, lostSession.get)
  const proving = useSyncExternalStore(proofAsked.subscribe, proofAsked.get)
  const main = useRef<HTMLElement>(null)

  useEvents()
  useTimeZone()
  usePresenceLeave()
  useRecentRecords(workspace.id)
  useEffect(() => followWorkspace(workspace.language), [followWorkspace, workspace.language])
  useGoKeys()
  useNotificationNews()
  useTitleCount(useUnreadCount())
  useKeys({
    'mod+k': () => setAbove('palette'),
    '?': () => setAbove('keys'),
    c: () => (createHere ?? (() => setAbove('create')))(),
    ...(may('activity', 'create') && { n: () => openComposer(recordInView()) }),
    '[': () => setRail(!rail),
  })

  const search = useCallback(() => setAbove('palette'), [])
  const showKeys = useCallback(() => setAbove('keys'), [])
  const close = () => setAbove(undefined)
  return (
    <LocaleContext value={locale}>
      <QuickCreate>
        <div className={classes.frame}>
          <Appearance />
          <a className={classes.skip} href="#main">
            {t('shell.skipToContent')}
          </a>
          {!phone && <Navigation onSearch={search} onKeys={showKeys} />}
          <main ref={main} id="main" className={classes.main} tabIndex={-1}>
            <ViewAsBanner />
            <OfflineBar />
            <Outlet />
            <NewPage main={main} />
          </main>
          {phone && <PhoneBar onSearch={search} onCreate={() => setAbove('create')} />}
          <Toasts />
          <Suspense>
            {above === 'palette' && <Palette onClose={close} onKeys={showKeys} />}
            {above === 'keys' && <KeysDialog onClose={close} />}
            {above === 'create' && <CreateSheet onClose={close} />}
            {composing && <ComposerHost />}
            {lost && <SignInAgain />}
            {proving && <ProofDialog />}
            {choosingEyes && <ViewAsDialog />}
          </Suspense>
        </div>
      </QuickCreate>
    </LocaleContext>
  )
}

/** A new page is announced by moving to it; the first one is where the browser already stands. */
function NewPage({ main }: { main: RefObject<HTMLElement | null> }) {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const announced = useRef(pathname)
  useEffect(() => {
    if (pathname === undefined || announced.current === pathname) return
    if (announced.current !== undefined && document.activeElement === document.body) main.current?.focus()
    announced.current = pathname
  }, [pathname, main])
  return null
}
