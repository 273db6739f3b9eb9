// Servers that are wrong all through: each answers everything in one and the same way.

import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTcp, type Socket } from 'node:net'

export interface Running {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

type Answering = (
  request: IncomingMessage,
  body: string,
  respond: (status: number, headers: Record<string, string>, body: string) => void,
) => void

const json = { 'content-type': 'application/fhir+json' }

/** What each of them says to everybody. */
export const badServers: Readonly<Record<string, Answering>> = {
  'answers 400 to everything': (_, __, respond) => respond(400, json, outcome('invalid')),
  'answers 404 to everything': (_, __, respond) => respond(404, json, outcome('not-found')),
  'answers 401 to everything': (_, __, respond) => respond(401, { ...json, 'www-authenticate': 'Bearer' }, outcome('login')),
  'answers 200 and an empty object to everything': (_, __, respond) => respond(200, json, '{}'),
  'answers 200 and an empty searchset to everything': (_, __, respond) =>
    respond(200, json, '{"resourceType":"Bundle","type":"searchset","total":0}'),
  'answers 201 with a Location to everything': (_, __, respond) =>
    respond(
      201,
      { ...json, location: 'http://x/fhir/R4/Patient/1/_history/1', etag: 'W/"1"' },
      '{"resourceType":"Patient","id":"1"}',
    ),
  'sends back what it is sent': (request, body, respond) =>
    respond(200, { 'content-type': request.headers['content-type'] ?? 'text/plain' }, body),
  'answers an HTML page for an error': (_, __, respond) =>
    respond(500, { 'content-type': 'text/html' }, '<html><h1>Internal Server Error</h1></html>'),
  'answers an HTML page for everything': (_, __, respond) =>
    respond(200, { 'content-type': 'text/html' }, '<html>Welcome</html>'),
}

/** With discovery and a token for whoever asks, so that the tests get as far as they can. */
export const givingTokens =
  (behind: Answering): Answering =>
  (request, body, respond) => {
    const origin = `http://${request.headers.host}`
    const path = request.url ?? ''
    if (path.endsWith('/smart-configuration')) return respond(200, json, JSON.stringify(discovered(origin)))
    if (path.endsWith('/metadata')) return respond(200, json, JSON.stringify(everything))
    if (path.startsWith('/token')) return respond(200, json, '{"access_token":"anybody-may-come-in","expires_in":300}')
    return behind(request, body, respond)
  }

const discovered = (origin: string) => ({
  token_endpoint: `${origin}/token`,
  introspection_endpoint: `${origin}/introspect`,
  revocation_endpoint: `${origin}/revoke`,
  registration_endpoint: `${origin}/register`,
})

const types = [
  'Patient',
  'Encounter',
  'ServiceRequest',
  'Task',
  'Observation',
  'CarePlan',
  'Communication',
  'DocumentReference',
  'Organization',
  'Binary',
  'Composition',
]
const parameters = ['_id', 'identifier', 'family', 'birthdate', 'gender', 'subject', 'focus', 'owner']
const interactions = ['read', 'vread', 'history-instance', 'history-type', 'search-type', 'create', 'update', 'patch', 'delete']
const operations = ['validate', 'everything', 'document']

/** Claims all that any test asks for, so that nothing is left out. */
const everything = {
  resourceType: 'CapabilityStatement',
  format: ['json', 'xml'],
  rest: [
    {
      mode: 'server',
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
      operation: [{ name: 'process-message' }],
      resource: types.map((type) => ({
        type,
        conditionalCreate: true,
        searchInclude: ['Observation:subject'],
        operation: operations.map((name) => ({ name })),
        interaction: interactions.map((code) => ({ code })),
        searchParam: parameters.map((name) => ({ name, type: 'token' })),
      })),
    },
  ],
}

const outcome = (code: string) => JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] })

export function startHttp(answering: Answering): Promise<Running> {
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () =>
      answering(request, Buffer.concat(chunks).toString('utf8'), (status, headers, body) =>
        response.writeHead(status, headers).end(body),
      ),
    )
  }
  return listening(createServer(listener))
}

/** Takes a connection and says nothing, or says what is no HTTP. */
export function startTcp(say: (socket: Socket) => void): Promise<Running> {
  return listening(createTcp((socket) => void say(socket.on('error', () => undefined))))
}

export function listening(server: Server | ReturnType<typeof createTcp>): Promise<Running> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.once('close', () => sockets.delete(socket))))
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        port,
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy()
            server.close(() => closed())
          }),
      })
    })
  })
}
