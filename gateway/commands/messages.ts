// `messages list|show|replay`: what was received, quarantined and rejected, for whoever runs the gateway at night.

import { parseArgs } from 'node:util'
import { accessOf, callerOf } from '../auth/access.ts'
import type { House } from '../handler.ts'
import { startPlanning } from '../intake/planning.ts'
import { Refusal } from '../refusal.ts'
import type { Message, MessageState } from '../store/store.ts'

const states: readonly MessageState[] = ['accepted', 'quarantined', 'rejected', 'filtered']

type Print = (line: string) => void

/** Shows ids, codes and places, never the content: an operator sees nobody's record (HOUSE law 7). Answers the exit code. */
export async function messages(args: readonly string[], house: House, print: Print): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      patient: { type: 'string' },
      limit: { type: 'string', default: '50' },
    },
  })
  const [action, id] = positionals
  const state = states.find((known) => known === values.state)
  if (values.state !== undefined && !state) return usage(print)
  if (action === 'list') return list(house, Number(values.limit), state, print)
  if (action === 'show' && id) return show(house, id, print)
  if (action === 'replay' && id && values.patient) return replay(house, id, values.patient, print)
  return usage(print)
}

async function list({ store }: House, limit: number, state: MessageState | undefined, print: Print): Promise<number> {
  for (const message of await store.messages({ limit, ...(state && { state }) })) {
    const { id, at, channel, client, control, owner = '-', reason = '-' } = message
    print([id, at, message.state, channel, client, shown(control) || '-', owner, reason].join('\t'))
  }
  return 0
}

/** A sender's own text must not steer the operator's terminal, nor a condition's search values stand there. */
const shown = (control: string): string =>
  control
    .replace(/\?.*/s, '?…')
    .replaceAll(/[^\x20-\x7e…]/g, '?')
    .slice(0, 64)

async function show({ store }: House, id: string, print: Print): Promise<number> {
  const message = await store.message(id)
  if (!message) return absent(print)
  const { bytes, answer, issues, ledger, control, ...rest } = message
  print(
    JSON.stringify(
      {
        ...rest,
        control: shown(control),
        bytes: bytes.length,
        answered: answer.status,
        issues: places(issues),
        ledger: parsed(ledger),
      },
      null,
      2,
    ),
  )
  return 0
}

/** Issues as id and place: their words are for the sender, their values nowhere. */
function places(issues: string): unknown {
  const list = parsed(issues)
  return Array.isArray(list)
    ? list.map(({ id, location, expression, severity }: Record<string, unknown>) => ({
        id,
        severity,
        location,
        expression,
      }))
    : []
}

const parsed = (text: string): unknown => (text ? JSON.parse(text) : {})

/** Takes up a quarantined message in the name of the client that sent it, for the Patient that its owner names. */
async function replay(house: House, id: string, patient: string, print: Print): Promise<number> {
  const { store, registry, newId, now, base, validator } = house
  const message: Message | undefined = await store.message(id)
  const client = message && registry.client(message.client)
  const caller = client && callerOf(registry, client)
  if (!message || !caller) return absent(print)
  const at = now()
  const planning = startPlanning({
    store,
    caller,
    access: accessOf(caller, at),
    at,
    base,
    validator,
    newId,
    requestId: 'replay',
    message: id,
  })
  try {
    await house.takeUp(planning, id, patient)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { id: fault, text } of error.faults) print(`${fault}: ${text}`)
    return 1
  }
  planning.auditWritten('replay', [patient])
  const committed = await store.commit(planning.finish())
  print(committed.ok ? `${id} is taken up` : 'others changed the same records meanwhile; try again')
  return committed.ok ? 0 : 1
}

function absent(print: Print): number {
  print('there is no such message, or its client is gone')
  return 1
}

function usage(print: Print): number {
  print(
    'usage: messages list [--state accepted|quarantined|rejected|filtered] [--limit N] | show ID | replay ID --patient Patient/ID',
  )
  return 2
}
