// A stand-in gateway that watches a product: its listeners, what they share, and the verdicts so far. In memory only.

import { nowMs } from './clock.ts'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import type { SavedReport } from '../report/saved.ts'
import { openAuthority } from './authority.ts'
import { controlServer } from './control.ts'
import { foreignServer } from './foreign.ts'
import type { House } from './house.ts'
import { mllpServer } from './mllp.ts'
import type { SimulatorOptions } from './options.ts'
import { openRecords } from './records.ts'
import type { ClientRequirement } from './requirement.ts'
import { openLog, type Watch } from './seen.ts'
import { simulatorServer } from './server.ts'
import { clientSuite } from './suite.ts'
import { reportOf, requirementsFor, verdictsOn, type Verdict } from './verdicts.ts'

export interface Simulator {
  readonly origin: string
  readonly base: string
  readonly tokenUrl: string
  /** 0 where no pack needs it. */
  readonly mllpPort: number
  readonly controlUrl: string
  /** On the other host. */
  readonly elsewhere: string
  verdicts(nowMs?: number): readonly Verdict[]
  report(strictSkips: boolean, nowMs?: number): SavedReport
  /** Forgets everything that was seen, and every token. */
  reset(): void
  onChange(listener: () => void): () => void
  close(): Promise<void>
}

/** Rejects where a port is taken. */
export async function startSimulator(options: SimulatorOptions, suite: readonly ClientRequirement[]): Promise<Simulator> {
  const listeners = new Set<() => void>()
  const startedAt = new Date()
  let house: House | undefined
  const shared = (): House => {
    if (!house) throw new Error('nothing is shared before every listener has its port')
    return house
  }
  const log = openLog(() => {
    for (const listener of listeners) listener()
  })
  const servers: Server[] = []
  const open = async (server: Server, port: number): Promise<number> => {
    servers.push(server)
    return listening(server, options.host, port)
  }
  try {
    const hasMllp = options.packs.includes('hl7v2')
    const { host } = options
    const origin = originOf(host, await open(simulatorServer(shared), options.port))
    const mllpPort = hasMllp ? await open(mllpServer(shared), options.mllpPort) : 0
    // A name of its own, so that a client that compares hosts and no ports takes it for another, which it is.
    const foreignHost = host === '127.0.0.1' ? 'localhost' : host
    const elsewhere = `${originOf(foreignHost, await open(foreignServer(shared), 0))}/fhir/R4`
    const base = `${origin}/fhir/R4`
    const tokenUrl = `${origin}/auth/token`
    const { keys, times } = options
    const shelf = openRecords(base)
    const authority = openAuthority({ keys, tokenUrl, tokenSeconds: times.tokenSeconds })
    const hl7Url: House['hl7Url'] = (channel) => (channel === 'mllp' ? `mllp://${host}:${mllpPort}` : `${origin}/hl7v2`)
    house = { options, log, authority, records: shelf, messages: new Map(), origin, base, tokenUrl, elsewhere, hl7Url }
    const watch = (nowMs: number): Watch => ({ seen: log.seen, nowMs, patienceMs: times.patienceMs, base, tokenUrl })
    const verdicts = (at = nowMs()) => verdictsOn(suite, watch(at))
    const notices = () => [
      'A sandbox: nothing that came was stored.',
      ...(log.isFull() ? ['The log was full; what came after was refused and is not judged.'] : []),
    ]
    const simulator: Omit<Simulator, 'controlUrl'> = {
      origin,
      base,
      tokenUrl,
      mllpPort,
      elsewhere,
      verdicts,
      report: (strictSkips, nowMs) =>
        reportOf(verdicts(nowMs), requirementsFor(clientSuite, options.packs), {
          ...{ target: base, startedAt, endedAt: new Date(), notices: notices(), strictSkips },
        }),
      reset() {
        shelf.clear()
        authority.clear()
        shared().messages.clear()
        log.clear()
      },
      onChange(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      close: () => closed(servers),
    }
    const controlPort = await open(controlServer(simulator, options), options.controlPort)
    return { ...simulator, controlUrl: originOf(host, controlPort) }
  } catch (error) {
    await closed(servers)
    throw error
  }
}

const originOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function closed(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise((done) => {
          server.close(done)
          if (isHttp(server)) server.closeAllConnections()
        }),
    ),
  )
}

const isHttp = (server: Server): server is HttpServer => 'closeAllConnections' in server
