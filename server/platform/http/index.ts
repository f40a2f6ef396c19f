export { problemOf, sendProblem } from './problems.ts'
export { apiPrefix, served } from './served.ts'
export { closeHttpServer, createHttpServer, type HttpServerOptions } from './server.ts'
