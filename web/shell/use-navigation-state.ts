import { usePreference } from '#web/data/preferences.ts'

interface NavigationState {
  /** Folded to icons; undefined where the person never said: as the width of the window suggests. */
  readonly rail?: boolean
  /** Groups that were opened or closed, by app. */
  readonly groups?: Readonly<Record<string, boolean>>
}

const initial: NavigationState = {}
const narrow = () => window.matchMedia('(max-width: 900px)').matches

/** How the person arranged the navigation, the same on every device. */
export function useNavigationState() {
  const [state, setState] = usePreference<NavigationState>('navigation', initial)
  return {
    rail: state.rail ?? narrow(),
    setRail: (rail: boolean) => setState({ ...state, rail }),
    groups: state.groups ?? {},
    setGroup: (app: string, open: boolean) =>
      setState({ ...state, groups: { ...state.groups, [app]: open } }),
  }
}
