import { type KeyboardEvent, useId, useRef } from 'react'
import classes from './tabs.module.css'

interface Tab<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly count?: number | undefined
}

interface TabsProps<Name extends string> {
  readonly tabs: readonly Tab<Name>[]
  readonly current: Name
  readonly onChange: (name: Name) => void
  /** What the tabs choose between. */
  readonly label: string
  /** Id of the element that shows the current one. */
  readonly panelId: string
}

/** A row of tabs; arrow keys move, Home and End jump. */
export function Tabs<Name extends string>({ tabs, current, onChange, label, panelId }: TabsProps<Name>) {
  const row = useRef<HTMLDivElement>(null)
  const base = useId()

  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.name === current)
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (target === undefined) return
    event.preventDefault()
    const next = tabs[(target + tabs.length) % tabs.length]
    if (next === undefined) return
    onChange(next.name)
    row.current?.querySelector<HTMLElement>(`[data-name="${next.name}"]`)?.focus()
  }

  return (
    <div ref={row} className={classes.row} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={`${base}-${tab.name}`}
          data-name={tab.name}
          aria-selected={tab.name === current}
          aria-controls={panelId}
          tabIndex={tab.name === current ? 0 : -1}
          className={classes.tab}
          onClick={() => onChange(tab.name)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
