export { sendProblem } from './problems.ts'
export { closeHttpServer, createHttpServer, type HttpServerOptions } from './server.ts'
