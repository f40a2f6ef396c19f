import type { Scope } from '#shared/access/permissions.ts'

/** How far a scope reaches, as a mark that grows with it; always beside the word. */
export function ScopeGlyph({ scope }: { scope: Scope }) {
  return (
    <svg style={{ flex: 'none' }} width={14} height={14} viewBox="0 0 14 14" aria-hidden>
      {marks[scope]}
    </svg>
  )
}

const ring = (radius: number) => (
  <circle cx={7} cy={7} r={radius} fill="none" stroke="currentColor" strokeWidth={1.1} />
)
const dot = (radius: number) => <circle cx={7} cy={7} r={radius} fill="currentColor" />

const marks = {
  none: <path d="M4 7h6" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" />,
  own: dot(2),
  team: (
    <>
      {dot(2)}
      {ring(4.2)}
    </>
  ),
  teamAndBelow: (
    <>
      {dot(1.8)}
      {ring(3.7)}
      {ring(6.2)}
    </>
  ),
  all: dot(6),
} satisfies Record<Scope, unknown>
