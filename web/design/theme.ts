import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import controls from './controls.module.css'
import floating from './floating.module.css'

const popUp = { duration: 150, transition: 'fade' } as const

interface Look {
  readonly defaultProps?: Readonly<Record<string, unknown>>
  readonly classNames?: Readonly<Record<string, string | undefined>>
}

/** As `Component.extend` does, without importing the component: most are only needed by later screens. */
const component = (look: Look) => look

/** Mantine's components in the tokens of the look; screens use them as they are. */
export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'var(--radius-control)',
  fontSizes: {
    xs: 'var(--font-secondary)',
    sm: 'var(--font-default)',
    md: 'var(--font-default)',
    lg: 'var(--font-reading)',
    xl: 'var(--font-title)',
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  components: {
    Input: component({
      classNames: { wrapper: controls.wrapper, input: controls.input, section: controls.section },
    }),
    InputWrapper: component({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: {
        label: controls.label,
        required: controls.required,
        description: controls.description,
        error: controls.error,
      },
    }),
    NumberInput: component({ defaultProps: { hideControls: true } }),
    PillsInput: component({ classNames: { input: controls.pills } }),
    Checkbox: component({
      classNames: {
        root: controls.checkboxRoot,
        body: controls.checkboxBody,
        input: controls.checkbox,
        icon: controls.checkboxIcon,
        label: controls.besideLabel,
      },
    }),
    Switch: component({
      defaultProps: { withThumbIndicator: false },
      classNames: { track: controls.switchTrack, thumb: controls.switchThumb, label: controls.besideLabel },
    }),
    Combobox: component({
      defaultProps: { transitionProps: popUp, offset: 4, shadow: 'none' },
      classNames: {
        dropdown: floating.surface,
        option: floating.option,
        options: floating.options,
        empty: floating.empty,
        groupLabel: floating.groupLabel,
      },
    }),
    Menu: component({
      defaultProps: {
        // The placeholder it would focus first is no child that a menu may have.
        withInitialFocusPlaceholder: false,
        // Not by a key pressed outside: the one that opened it is still on its way to the document.
        clickOutsideEvents: ['mousedown', 'touchstart'],
        transitionProps: popUp,
        offset: 4,
        position: 'bottom-start',
        shadow: 'none',
      },
      classNames: {
        dropdown: floating.surface,
        item: floating.item,
        itemSection: floating.itemSection,
        label: floating.groupLabel,
        divider: floating.divider,
      },
    }),
    Popover: component({
      defaultProps: { transitionProps: popUp, offset: 4, position: 'bottom-start', shadow: 'none' },
      classNames: { dropdown: floating.surface },
    }),
    Tooltip: component({
      defaultProps: {
        openDelay: 400,
        offset: 6,
        transitionProps: popUp,
        events: { hover: true, focus: true, touch: false },
      },
      classNames: { tooltip: floating.tooltip },
    }),
  },
})

/** Mantine's own variables, as far as its components read them, in terms of our tokens; both themes alike. */
export const variables: CSSVariablesResolver = () => {
  const mapped = {
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--text3)',
    '--mantine-color-placeholder': 'var(--text3)',
    '--mantine-color-error': 'var(--red-text)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-border': 'var(--line2)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-disabled': 'var(--active)',
    '--mantine-color-disabled-color': 'var(--text3)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-tint)',
  }
  return { variables: {}, light: mapped, dark: mapped }
}
