/** The `@` that is being typed before the caret: where it stands, and what follows it. */
export interface MentionQuery {
  readonly start: number
  readonly text: string
}

const typed = /(?:^|[^\w.@])@([^\s@，。；、！？,;!?()（）[\]]{0,20})$/

/** Undefined where the caret is not behind an `@` of its own; that of a mail address is none. */
export function mentionQuery(text: string, caret: number): MentionQuery | undefined {
  const match = typed.exec(text.slice(Math.max(0, caret - 24), caret))
  const [, name] = match ?? []
  return name === undefined ? undefined : { start: caret - name.length - 1, text: name }
}
