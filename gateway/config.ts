// Every setting: its name in the environment, its default, and why it exists. None is compulsory.

import { isIP } from 'node:net'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const milliseconds = z.coerce.number().int().min(50).max(3_600_000)
const connections = z.coerce.number().int().min(1).max(1_000_000)
const perSecond = z.coerce.number().min(0).max(1_000_000)

/** An IP address, or a network such as 10.1.0.0/16. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

export const settings = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address of the HTTP listener; loopback, so that nothing is open to a network before somebody says so'),
  PORT: port.default(8080).describe('Port of the HTTP listener; 0 picks a free one, and the ready line says which'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The one issuer string, and the base of every address that is given out; behind a proxy, the proxy’s. Default: http://HOST:PORT',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'sqlite:PATH, sqlite::memory: or postgres://…')
    .default('sqlite:./data/gateway.db')
    .describe(
      'sqlite:PATH, sqlite::memory: or postgres://…; many gateways may share one PostgreSQL database, and `?prepare=off` suits a pooler that knows no prepared statements',
    ),
  MLLP_PORT: z
    .union([z.literal('off'), port])
    .default(2575)
    .describe('Port of the HL7 v2 listener; `off` where all senders use HTTP'),
  MLLP_HOST: z.string().optional().describe('Address of the HL7 v2 listener. Default: HOST'),
  SANDBOX: z
    .enum(['off', 'on'])
    .default('off')
    .describe('`on` only for a store that never holds real people: test people are then treated like others'),
  CLIENTS_FILE: z
    .string()
    .optional()
    .describe('JSON with organisations, agreements and clients; loaded at start, merged into the registry'),
  FHIR_PACKAGES: z
    .string()
    .optional()
    .describe(
      'Folders or .tgz files of further FHIR packages, UK Core say, separated by commas; what claims their profiles is held to them',
    ),
  CORS_ORIGINS: z
    .string()
    .regex(
      /^(\*|https?:\/\/[^\s,/]+(\s*,\s*https?:\/\/[^\s,/]+)*)$/,
      'origins such as https://app.example, separated by commas, or *',
    )
    .optional()
    .describe('Origins of web pages that may ask from a browser, separated by commas, or * for all. Default: none'),
  SOURCES_FILE: z.string().optional().describe('JSON with the mapping settings of each source, by client id'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('What goes to standard error; no level logs data about people'),
  TLS_CERT: z.string().optional().describe('File with the certificate, PEM; TLS then on HTTP and MLLP'),
  TLS_KEY: z.string().optional().describe('File with its private key, PEM'),
  TLS_CLIENT_CA: z
    .string()
    .optional()
    .describe('File with the authorities of client certificates, PEM; a client must then show one'),
  TLS_CLIENT_AUTH: z
    .enum(['required', 'optional'])
    .default('required')
    .describe(
      '`optional` lets HTTP clients in without a certificate unless the registry binds them to one: for a mixed estate, and for probes that have none',
    ),
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => text.split(',').every(isNetwork), 'IP addresses and networks such as 10.1.0.0/16, separated by commas')
    .optional()
    .describe(
      'Addresses and networks of proxies whose X-Forwarded-For is believed, separated by commas; without it all that comes through a proxy counts as one address',
    ),
  CLIENT_RATE: perSecond
    .default(2000)
    .describe(
      'Requests a second of one client, each entry of a batch, transaction or message as one, and 60 times as many at once; then 429. 0: no limit. More than one gateway on two processors can answer: it stops a loop that went wild, not a feed that catches up',
    ),
  ADDRESS_RATE: perSecond
    .default(50)
    .describe(
      'Requests a second of one address that prove nobody: refused tokens, public pages, what is not served; and 60 times as many at once; then 429. 0: no limit. A refused token costs 2 ms, so 50 keep a tenth of a processor busy',
    ),
  CONNECTIONS: connections
    .default(2048)
    .describe('HTTP connections at once; one more is closed. Each may hold a body of up to 20 MiB while it comes in'),
  CONNECTIONS_PER_ADDRESS: connections
    .default(512)
    .describe(
      'HTTP connections of one address at once, trusted proxies aside; a quarter, so that no single address keeps all others out',
    ),
  MLLP_CONNECTIONS: connections
    .default(256)
    .describe('HL7 v2 connections at once; a feed holds one for days, and a trust has a few dozen'),
  MLLP_CONNECTIONS_PER_ADDRESS: connections
    .default(128)
    .describe('HL7 v2 connections of one address at once; integration engines bring those of a whole trust'),
  HEADERS_TIMEOUT_MS: milliseconds
    .default(10_000)
    .describe('A request’s headers must be here within so long; then 408. They fit one packet or two'),
  REQUEST_TIMEOUT_MS: milliseconds
    .default(30_000)
    .describe('A whole request must be here within so long; then 408. 20 MiB take 30 s at 6 Mbit/s: more for slower lines'),
  KEEP_ALIVE_MS: milliseconds
    .default(5000)
    .describe('A connection without a request is closed after so long; behind a proxy, longer than the proxy’s own'),
  STALLED_MS: milliseconds
    .default(300_000)
    .describe('An HTTP connection on which nothing moves is closed after so long, also when its answer is not read'),
  MLLP_IDLE_MS: milliseconds
    .default(900_000)
    .describe('An HL7 v2 connection on which nothing moves is closed after so long; feeds are quiet at night'),
  MLLP_MESSAGE_MS: milliseconds
    .default(60_000)
    .describe('An HL7 v2 message that has begun must end within so long, or its connection is closed'),
  BREAK_GLASS_PER_DAY: z.coerce
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(5)
    .describe(
      'How often one professional may break glass in 24 hours, all processes together; then 403. An emergency department meets a few such people a shift, and each use is reviewed by hand',
    ),
})

export type Config = z.infer<typeof settings>

/** Limits that are not for a deployer to lift by accident (HOUSE law 10). Sizes in bytes. */
export const limits = {
  message: 20 * 1024 * 1024,
  body: 2 * 1024 * 1024,
  /** A form at OAuth's addresses, where nobody is known yet: an assertion has at most 16 KiB, and whoever waits holds no more than this. */
  form: 128 * 1024,
  /** Strict reading of XML costs ten times what JSON does, and nobody else is served meanwhile. */
  xml: 4 * 1024 * 1024,
  /** Elements of a list in a resource. */
  list: 2_000,
  /** Entries of a Bundle; a transaction of as many is one commit. */
  entries: 10_000,
  /** Text of the resources on one page, matches and what comes along with them; one match there always is. */
  page: 8 * 1024 * 1024,
  /** What the readings of one Bundle hold together; its answer stands in memory several times over. */
  readings: 32 * 1024 * 1024,
  /** An over-long body is read to its end, but not beyond this, so that the sender hears 413 instead of a broken pipe. */
  drained: 64 * 1024 * 1024,
  /** Address and headers of an HTTP request: what Node and most proxies take. */
  head: 16 * 1024,
  /** An address; a page link holds a whole search, and it must leave room for the headers. */
  address: 14_000,
  /** Token buckets that a process keeps, of clients and of addresses each; the one that was used longest ago goes first. */
  buckets: 20_000,
  /** Somebody who opens a connection for TLS and says nothing. */
  handshakeMs: 10_000,
  /** What is under way when the gateway is told to end may take this long; a supervisor that kills waits about as long. */
  closingMs: 9_000,
} as const

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Empty variables count as absent, because that is what shells and compose files make of them. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings.shape && value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) return { ok: false, faults: faultsOf(read.error) }
  const { TLS_CERT, TLS_KEY, TLS_CLIENT_CA } = read.data
  const isHalf = (TLS_CERT === undefined) !== (TLS_KEY === undefined) || (TLS_CLIENT_CA !== undefined && TLS_CERT === undefined)
  if (isHalf) return { ok: false, faults: ['TLS_CERT and TLS_KEY go together, and TLS_CLIENT_CA with them'] }
  if (read.data.TLS_CLIENT_AUTH === 'optional' && TLS_CLIENT_CA === undefined)
    return { ok: false, faults: ['TLS_CLIENT_AUTH: optional goes with TLS_CLIENT_CA: without authorities no certificate counts'] }
  return { ok: true, config: read.data }
}

/** `trust1-epr.forms[0].message: …`; zod's words name what is allowed and never what was there. */
export function faultsOf({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
    return `${place.replace(/^\./, '')}: ${message}`
  })
}
