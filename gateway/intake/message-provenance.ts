// Where resources come from that a message was mapped to: one Provenance in the same commit, for the sender's own eyes.

import { base } from '../../profiles/canonical.ts'
import type { Message } from '../store/store.ts'
import type { Planning } from './planning.ts'

/** Of all mappings together: they come and go with the gateway. */
const mappingVersion = '0.1.0'

/** A file of a whole census is told in several. */
const mostTargets = 500

/**
 * What the plan writes in the sender's name, by version; the message, by our id and the sender's; who sent it, by which client;
 * and what mapped it. It stands in no journey and is of a kind that no role sees: it names side by side what different parties
 * see, and would tell each of them of the rest. `before`: what was in the plan before the message was mapped.
 */
export async function tellSource(
  planning: Planning,
  { id, control }: Pick<Message, 'id' | 'control'>,
  mapping: string,
  before: readonly string[] = [],
): Promise<void> {
  const { caller, at } = planning
  const isBefore = new Set(before)
  const targets = planning.mine().filter((reference) => !reference.startsWith('Provenance/') && !isBefore.has(reference))
  for (let start = 0; start < targets.length; start += mostTargets) {
    await planning.put(
      {
        resourceType: 'Provenance',
        id: planning.newId(),
        target: targets.slice(start, start + mostTargets).map((reference) => ({ reference })),
        recorded: at,
        agent: [
          {
            type: participant('author'),
            who: { type: 'Device', identifier: { system: `${base}/client`, value: caller.client } },
            onBehalfOf: { reference: `Organization/${caller.organization}` },
          },
          {
            type: participant('assembler'),
            who: { type: 'Device', identifier: { system: `${base}/mapping/${mapping}`, value: mappingVersion } },
          },
        ],
        entity: [
          { role: 'source', what: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` } } },
          ...(control === ''
            ? []
            : [{ role: 'source', what: { identifier: { system: `${base}/message/${mapping}`, value: control } } }]),
        ],
      },
      { kind: 'restricted' },
    )
  }
}

const participant = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
})
