// Every setting: its name in the environment, its default, and why it exists. None is compulsory.

import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

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
})

export type Config = z.infer<typeof settings>

/** Limits that are not for a deployer to lift by accident (HOUSE law 10). Sizes in bytes. */
export const limits = {
  message: 20 * 1024 * 1024,
  body: 2 * 1024 * 1024,
  /** Strict reading of XML costs ten times what JSON does, and nobody else is served meanwhile. */
  xml: 4 * 1024 * 1024,
  /** Elements of a list in a resource. */
  list: 2_000,
  /** Entries of a Bundle; a transaction of as many is one commit. */
  entries: 10_000,
  /** An over-long body is read to its end, but not beyond this, so that the sender hears 413 instead of a broken pipe. */
  drained: 64 * 1024 * 1024,
  /** Feeds are quiet at night; half a message that never ends is not waited for longer than this either. */
  mllpIdleMs: 900_000,
  mllpConnections: 256,
  requestMs: 30_000,
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
  return { ok: true, config: read.data }
}

/** `trust1-epr.forms[0].message: …`; zod's words name what is allowed and never what was there. */
export function faultsOf({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
    return `${place.replace(/^\./, '')}: ${message}`
  })
}
