// One product in front of a simulator of its own, and the verdicts when it has had all the time that it needs.

import { nowMs } from '../../../conformance/simulate/clock.ts'
import { readKeys } from '../../../conformance/simulate/assertion.ts'
import type { SimulatorOptions } from '../../../conformance/simulate/options.ts'
import type { Pack } from '../../../conformance/simulate/sentinels.ts'
import { startSimulator, type Simulator } from '../../../conformance/simulate/simulator.ts'
import { clientSuite } from '../../../conformance/simulate/suite.ts'
import { requirementsFor, type Verdict } from '../../../conformance/simulate/verdicts.ts'
import { hl7With, messageWith, pullerWith } from './faults.ts'
import { jwks } from './fhir-client.ts'
import { sendHl7 } from './hl7-sender.ts'
import { sendMessages } from './message-sender.ts'
import { pull } from './puller.ts'

const times = { retryAfterSeconds: 1, slowMs: 600, holdMs: 120, patienceMs: 60_000, tokenSeconds: 300 }

export const optionsFor = (packs: readonly Pack[]): SimulatorOptions => ({
  packs,
  host: '127.0.0.1',
  port: 0,
  mllpPort: 0,
  controlPort: 0,
  keys: readKeys(jwks) ?? [],
  times,
})

export const simulated = (...packs: readonly Pack[]): Promise<Simulator> =>
  startSimulator(optionsFor(packs), requirementsFor(clientSuite, packs))

const products: Readonly<Record<Pack, (simulator: Simulator, fault?: string) => Promise<void>>> = {
  hl7v2: ({ mllpPort }, fault) => sendHl7(mllpPort, hl7With(fault)),
  message: (simulator, fault) => sendMessages(simulator, messageWith(fault)),
  puller: (simulator, fault) => pull(simulator, pullerWith(fault)),
}

export async function watched(pack: Pack, fault?: string): Promise<readonly Verdict[]> {
  const simulator = await simulated(pack)
  try {
    await products[pack](simulator, fault)
    return simulator.verdicts(nowMs() + times.patienceMs)
  } finally {
    await simulator.close()
  }
}

export const idsWith = (verdicts: readonly Verdict[], ...outcomes: readonly string[]): readonly string[] =>
  verdicts.filter(({ outcome }) => outcomes.includes(outcome)).map(({ requirement }) => requirement.id)
