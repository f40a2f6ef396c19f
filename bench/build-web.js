import { ensureWebBuilt } from '../bin/web-build.js'

ensureWebBuilt()
