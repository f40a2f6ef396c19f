export { type Auth, createAuth } from './auth.ts'
export type { Identity } from './identity.ts'
export type { AuthHooks } from './routes/hooks.ts'
export { registerAuthRoutes } from './routes/register.ts'
