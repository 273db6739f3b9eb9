// The route table: method, path, scope, handler. The CapabilityStatement, OpenAPI, the docs and the scope tests are read from it.

import { docsAnswer, openApiAnswer } from './docs-answer.ts'
import type { Route } from './route.ts'
import { routesOfDoors } from './routes-of-doors.ts'
import { routesOfFhir } from './routes-of-fhir.ts'
import { routesOfTypes } from './routes-of-types.ts'

export type { Route } from './route.ts'

/** What is told of the table itself. */
const told: readonly Route[] = [
  {
    method: 'GET',
    path: '/openapi.json',
    summary: 'Every address, as OpenAPI 3.1',
    gives: 'json',
    scope: 'public',
    handler: async ({ base }) => openApiAnswer(routes, base),
  },
  {
    method: 'GET',
    path: '/docs',
    summary: 'Every address, as a page',
    gives: 'html',
    scope: 'public',
    handler: async ({ base }) => docsAnswer(routes, base),
  },
]

export const routes: readonly Route[] = [...routesOfDoors, ...told, ...routesOfFhir(() => routes), ...routesOfTypes()]
