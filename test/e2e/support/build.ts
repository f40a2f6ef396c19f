import { ensureWebBuilt } from '../../../bin/web-build.js'

/** Builds the web app once before the browser tests, unless what was built is of these very sources. */
export default function setup(): void {
  ensureWebBuilt()
}
