export { asFetch } from './as-fetch.ts'
export type { OutboundAnswer } from './exchange.ts'
export { createOutbound, type Outbound, type OutboundRequest } from './outbound.ts'
