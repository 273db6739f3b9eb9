// Whether a plan still fits what is stored: pure, and before anything of it is done.

import { claimName, type Known } from './known.ts'
import type { Conflict, Plan } from './store.ts'

/** The first thing that does not fit. Claims come first: who repeats a message wants to know that it was had before. */
export function conflictOf(plan: Plan, known: Known): Conflict | undefined {
  return claimed(plan, known) ?? required(plan, known) ?? stale(plan, known) ?? messageMoved(plan, known)
}

/** A plan's releases come before its claims. One holder may state a claim twice. */
function claimed({ claims = [], releases = [] }: Plan, known: Known): Conflict | undefined {
  const released = new Set(releases.map(claimName))
  const mine = new Map<string, string>()
  for (const claim of claims) {
    const name = claimName(claim)
    const holder = released.has(name) ? undefined : known.claims.get(name)
    const other = holder ?? (mine.get(name) === claim.holder ? undefined : mine.get(name))
    if (other !== undefined) return { why: 'claimed', space: claim.space, key: claim.key, holder: other }
    mine.set(name, claim.holder)
  }
  return undefined
}

function required({ requires = [] }: Plan, { resources }: Known): Conflict | undefined {
  for (const { resource, version } of requires) {
    const found = resources.get(resource)?.version ?? 0
    if (found !== version) return { why: 'stale', resource, expected: version, found }
  }
  return undefined
}

/** A plan may write one resource twice, the second time based on the first. */
function stale({ writes = [] }: Plan, { resources }: Known): Conflict | undefined {
  const mine = new Map<string, number>()
  for (const { type, id, base } of writes) {
    const resource = `${type}/${id}`
    const found = mine.get(resource) ?? resources.get(resource)?.version ?? 0
    if (found !== base) return { why: 'stale', resource, expected: base, found }
    mine.set(resource, base + 1)
  }
  return undefined
}

/** A message has a state instead of versions: 1 stands for the state that the plan expects, 0 for any other or none. */
function messageMoved({ message, messageUpdate }: Plan, { messages }: Known): Conflict | undefined {
  if (!messageUpdate) return undefined
  const { id, from } = messageUpdate
  const state = message?.id === id ? message.state : messages.get(id)
  return state === from ? undefined : { why: 'stale', resource: `Message/${id}`, expected: 1, found: 0 }
}
