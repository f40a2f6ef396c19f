export { derivedRing, type KeyRing, keyRing } from './key-ring.ts'
export { createSealing, type Sealing } from './sealing.ts'
