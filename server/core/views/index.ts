export { viewOperations } from './operations.ts'
export { plantViews, type ShippedView } from './plant-views.ts'
export { viewsSignal } from './topic.ts'
