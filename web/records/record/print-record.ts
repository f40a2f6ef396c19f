/** Prints the page with all of its sections open, and folds them again afterwards. */
export function printRecord(): void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const section of folded) section.open = true
  addEventListener(
    'afterprint',
    () => {
      for (const section of folded) section.open = false
    },
    { once: true },
  )
  // The menu that asked for it has to be gone first.
  setTimeout(() => window.print(), 200)
}
