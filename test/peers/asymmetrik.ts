// A stranger's FHIR server, started as its makers say: @asymmetrik/node-fhir-server-core with Patients in memory.

import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** As much of the package as is used here; it brings no types. */
interface Core {
  initialize(config: object): { readonly app: RequestListener }
  resolveSchema(version: string, type: string): new (resource: object) => { toJSON(): Stored }
  readonly ServerError: new (message: string, outcome: object) => Error
}

interface Stored {
  readonly id: string
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[]
  readonly gender?: string
  readonly meta: { readonly versionId: string; readonly lastUpdated: string }
}

interface Context {
  readonly req: { readonly body: object }
}

type Parameters = Readonly<Record<string, string>>

const { initialize, resolveSchema, ServerError } = createRequire(import.meta.url)('@asymmetrik/node-fhir-server-core') as Core
const version = '4_0_1'
const Patient = resolveSchema(version, 'patient')
const Bundle = resolveSchema(version, 'bundle')

/** Every version of each, the newest last. */
const patients = new Map<string, Stored[]>()
let count = 0

function keep(resource: object, id: string): { readonly id: string; readonly resource_version: string } {
  const versions = patients.get(id) ?? []
  const meta = { versionId: String(versions.length + 1), lastUpdated: new Date().toISOString() }
  patients.set(id, [...versions, new Patient({ ...resource, id, meta }).toJSON()])
  return { id, resource_version: meta.versionId }
}

function notFound(): never {
  throw new ServerError('no such Patient', { statusCode: 404, issue: [{ severity: 'error', code: 'not-found' }] })
}

const bundleOf = (type: string, resources: readonly Stored[]): object =>
  new Bundle({ type, total: resources.length, entry: resources.map((resource) => ({ resource })) }).toJSON()

/** One value of identifier and of gender; what else is asked is not looked at. */
function isMatch({ identifier = [], gender }: Stored, asked: Parameters): boolean {
  const [system, value] = asked['identifier']?.split('|') ?? []
  const isNamed = identifier.some((one) => one.system === system && one.value === value)
  return (asked['identifier'] === undefined || isNamed) && (asked['gender'] === undefined || asked['gender'] === gender)
}

/** The package finds out what the server can do by the names of these. */
const service = {
  search: async (asked: Parameters) =>
    bundleOf(
      'searchset',
      [...patients.values()].flatMap((versions) => versions.slice(-1)).filter((one) => isMatch(one, asked)),
    ),
  searchById: async ({ id = '' }: Parameters) => patients.get(id)?.at(-1) ?? notFound(),
  searchByVersionId: async ({ id = '', version_id }: Parameters) =>
    patients.get(id)?.find(({ meta }) => meta.versionId === version_id) ?? notFound(),
  historyById: async ({ id = '' }: Parameters) => bundleOf('history', patients.get(id)?.toReversed() ?? notFound()),
  create: async (_: Parameters, { req }: Context) => keep(req.body, `patient-${++count}`),
  update: async ({ id = '' }: Parameters, { req }: Context) => keep(req.body, id),
}

const { app } = initialize({
  server: {},
  logging: { level: 'error' },
  auth: {
    type: 'smart',
    strategy: { name: 'bearer', service: fileURLToPath(new URL('asymmetrik-strategy.cjs', import.meta.url)) },
  },
  profiles: { patient: { versions: [version], service } },
})

/** The package has no authorization server: this one, ours, gives everybody the same token and looks at nothing. */
const token = { access_token: 'everybody-has-this-token', token_type: 'Bearer', expires_in: 3600, scope: 'system/*.cruds' }

const server = createServer((request, response) => {
  if (!request.url?.startsWith('/token')) return app(request, response)
  request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token)))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
