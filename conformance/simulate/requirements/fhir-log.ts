// The log as requirements of FHIR clients look at it: by pack, and by the thing that was tried several times.

import type { Finding, Part } from '../requirement.ts'
import { fail, isLeftAlone, isSettled, notSeen, pass, secondsOf, waiting, worst } from '../requirement.ts'
import type { ForeignSeen, RequestSeen, TokenSeen, Watch } from '../seen.ts'
import type { Behaviour } from '../sentinels.ts'

type Side = Pick<Part, 'packs'>

export type Tries = readonly [RequestSeen, ...RequestSeen[]]

/** Requests of one side. */
export const requests = ({ seen }: Watch, { packs }: Side): readonly RequestSeen[] =>
  seen.filter((one): one is RequestSeen => one.kind === 'request' && one.pack !== undefined && packs.includes(one.pack))

/** A product that plays the other part only is not this side's. */
export function tokenRequests(watch: Watch, side: Side): readonly TokenSeen[] {
  const others = watch.seen.filter((one) => one.kind === 'request' && one.pack !== undefined && !side.packs.includes(one.pack))
  const own = new Set(requests(watch, side).map(({ client }) => client))
  const foreign = new Set(others.map(({ client }) => client).filter((client) => client !== undefined && !own.has(client)))
  return watch.seen.filter((one): one is TokenSeen => one.kind === 'token' && !foreign.has(one.client))
}

/** What came to the other host; a redirect there is met by POST, a next link by GET. */
export const foreignRequests = ({ seen }: Watch): readonly ForeignSeen[] =>
  seen.filter((one): one is ForeignSeen => one.kind === 'foreign')

/** Attempts at the same thing, in the order in which they came. */
export function tries(watch: Watch, side: Side, behaviour?: Behaviour): readonly Tries[] {
  const groups = new Map<string, [RequestSeen, ...RequestSeen[]]>()
  for (const one of requests(watch, side)) {
    if (behaviour !== undefined && one.behaviour !== behaviour) continue
    const group = groups.get(one.thing)
    if (group) group.push(one)
    else groups.set(one.thing, [one])
  }
  return [...groups.values()]
}

/** Each with the attempt that followed it, and whether one is still to be waited for. */
export function followed(group: Tries): readonly (readonly [RequestSeen, RequestSeen | undefined])[] {
  return group.map((one, i) => [one, group[i + 1]] as const)
}

/** Whatever was answered so is tried again, and how long that took is judged. */
export function isTriedAgain(
  watch: Watch,
  groups: readonly Tries[],
  is: (one: RequestSeen) => boolean,
  judge: (one: RequestSeen, next: RequestSeen) => Finding,
): Finding {
  const pairs = groups.flatMap(followed).filter(([one]) => one.doneMs === undefined || is(one))
  return worst(
    pairs.map(([one, next]) => {
      const since = one.doneMs
      if (since === undefined) return waiting('for its end')
      if (next) return judge(one, next)
      if (!isSettled(watch, since)) return waiting('for it to come again')
      const what = one.status ? `${one.status}` : 'no answer'
      return fail(`after ${what} it did not come again`, 'the same again', `nothing for ${secondsOf(watch.nowMs - since)}`, one)
    }),
  )
}

/** Whatever was answered so does not come again. */
export function isLeft(watch: Watch, groups: readonly Tries[], is: (one: RequestSeen) => boolean, what: string): Finding {
  return worst(
    groups.map((group) => {
      const ended = group.find((one) => one.doneMs !== undefined && is(one))
      if (!ended) return notSeen()
      const since = ended.doneMs ?? 0
      const again = group.find(({ atMs }) => atMs > since)
      if (again)
        return fail(
          `after ${what} it came again`,
          `nothing more after ${what}`,
          `the same ${secondsOf(again.atMs - since)} later`,
          ended,
          again,
        )
      return isLeftAlone(watch, since)
        ? pass(`nothing came after ${what}`, ended)
        : waiting(`whether it comes again after ${what}`)
    }),
  )
}
