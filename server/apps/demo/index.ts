export { demoBasics } from './basics.ts'
export { type Batch, generateDemo } from './generate.ts'
export { type DemoLoad, loadDemo } from './load.ts'
export type { DemoOptions, DemoStage } from './world.ts'
