/** Builds the web app unless what lies in dist/web was built from exactly these sources. */
export function ensureWebBuilt(): void
