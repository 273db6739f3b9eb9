// What is required of a product that sends HL7 v2.

import { hl7v2, homeFirst } from '../../sources.ts'
import { fail, isLeftAlone, isSettled, notSeen, part, pass, secondsOf, waiting, worst, type Finding } from '../requirement.ts'
import type { Hl7Seen, Watch } from '../seen.ts'
import type { Behaviour } from '../sentinels.ts'

const messages = ({ seen }: Watch): readonly Hl7Seen[] => seen.filter((one) => one.kind === 'hl7')

/** Attempts at the same content, whatever control id they came under, in the order in which they came. */
function things(watch: Watch, behaviour?: Behaviour): readonly (readonly [Hl7Seen, ...Hl7Seen[]])[] {
  const groups = new Map<string, [Hl7Seen, ...Hl7Seen[]]>()
  for (const one of messages(watch)) {
    if (behaviour !== undefined && one.behaviour !== behaviour) continue
    const group = groups.get(one.thing)
    if (group) group.push(one)
    else groups.set(one.thing, [one])
  }
  return [...groups.values()]
}

/** After this answer the same content is not to come again. */
function isEnd(watch: Watch, said: Hl7Seen['said'], what: string): Finding {
  return worst(
    things(watch).map((group) => {
      const ended = group.find((one) => one.said === said && one.doneMs !== undefined)
      if (!ended) return notSeen()
      const again = group.find(({ atMs }) => atMs > (ended.doneMs ?? Infinity))
      if (again)
        return fail(
          `after ${what} the same message came again`,
          `nothing more after ${what}`,
          `MSH-10 ${again.control} ${secondsOf(again.atMs - (ended.doneMs ?? 0))} later`,
          ended,
          again,
        )
      return isLeftAlone(watch, ended.doneMs ?? 0)
        ? pass(`nothing came after ${what}`, ended)
        : waiting(`whether it comes again after ${what}`)
    }),
  )
}

/** An attempt without an acknowledgement of its own is to be made again. */
function isRepeated(watch: Watch, behaviours: readonly Behaviour[], what: string): Finding {
  return worst(
    behaviours
      .flatMap((behaviour) => things(watch, behaviour))
      .map(([first, again]) => {
        const since = first.doneMs
        if (since === undefined) return waiting('for its connection to close')
        if (first.said === 'AA') return notSeen()
        if (again) return pass(`it came again ${secondsOf(again.atMs - since)} later`, first, again)
        if (!isSettled(watch, since)) return waiting(`for it to come again after ${what}`)
        return fail(
          `after ${what} the message did not come again`,
          'the same message again',
          `nothing for ${secondsOf(watch.nowMs - since)}`,
          first,
        )
      }),
  )
}

export const hl7Sender = part({ role: 'sender', area: 'hl7v2', packs: ['hl7v2'] }, [
  {
    id: 'HF-SND-001',
    level: 'MUST',
    title: 'frames every message over MLLP: 0x0B, the message, 0x1C 0x0D',
    statement: homeFirst('simulate', 'Over MLLP a message stands between 0x0B and 0x1C 0x0D, with nothing between messages.'),
    toSee: 'send a message over MLLP',
    kills: ['hl7-no-frame'],
    judge(watch) {
      const sent = messages(watch).filter(({ channel }) => channel === 'mllp')
      const bad = sent.find(({ faults }) => faults.includes('no frame'))
      if (bad)
        return fail('bytes came that stand in no frame', '0x0B before the message, nothing between messages', 'other bytes', bad)
      return sent[0] ? pass(`${sent.length} framed`, sent[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-002',
    level: 'MUST',
    title: 'gives each message a control id of its own in MSH-10',
    statement: hl7v2('2.16.9.10', 'a number or other identifier that uniquely identifies the message'),
    toSee: 'send two different messages',
    kills: ['hl7-same-control', 'hl7-no-control'],
    judge(watch) {
      const sent = messages(watch)
      const without = sent.find(({ faults }) => faults.includes('no MSH') || faults.includes('no control id'))
      if (without) return fail('a message has no MSH-10', 'a control id', 'none', without)
      const twice = sent.find(({ control, thing }) => sent.some((other) => other.control === control && other.thing !== thing))
      if (twice) return fail('two messages have one MSH-10', 'another control id', twice.control, twice)
      const [one, other] = things(watch)
      return one && other ? pass(`${things(watch).length} messages, each with an id of its own`, one[0], other[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-003',
    level: 'GATE',
    title: 'waits for the acknowledgement before it sends the next message on a connection',
    statement: homeFirst('simulate', 'The next message on a connection goes out when the last was acknowledged.'),
    toSee: 'send two messages over one MLLP connection',
    kills: ['hl7-no-wait'],
    judge(watch) {
      const sent = messages(watch).filter(({ channel }) => channel === 'mllp')
      const pairs = sent.flatMap((one, i) => {
        const next = sent.slice(i + 1).find(({ connection }) => connection === one.connection)
        return next ? [[one, next] as const] : []
      })
      const early = pairs.find(([one, next]) => one.thing !== next.thing && next.atMs < (one.doneMs ?? Infinity))
      if (early)
        return fail('a message came before the last was acknowledged', 'an acknowledgement between them', 'none', ...early)
      return pairs[0] ? pass(`${pairs.length + 1} messages, each after the last acknowledgement`, ...pairs[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-004',
    level: 'MUST',
    title: 'does not send a message again that was acknowledged with AA',
    statement: homeFirst('simulate', 'AA means that the message is stored: it is not sent again.'),
    toSee: 'send a message about any person, and wait',
    kills: ['hl7-again-after-aa'],
    judge: (watch) => isEnd(watch, 'AA', 'AA'),
  },
  {
    id: 'HF-SND-005',
    level: 'MUST',
    title: 'sends a message again for which no acknowledgement came',
    statement: homeFirst('simulate', 'A message without an acknowledgement may be lost: it is sent again.'),
    toSee: 'send messages about the people `lost` and `silent`',
    kills: ['hl7-gives-up'],
    judge: (watch) => isRepeated(watch, ['lost', 'silent'], 'the lost acknowledgement'),
  },
  {
    id: 'HF-SND-006',
    level: 'MUST',
    title: 'keeps MSH-10 when it sends a message again',
    statement: homeFirst('simulate', 'A repeat has the ids of the first attempt; by them the gateway knows it.'),
    toSee: 'send a message about the person `lost`',
    kills: ['hl7-new-control'],
    judge(watch) {
      const repeats = things(watch).filter(([first, again]) => again && first.said !== 'AA')
      const changed = repeats.find(([first, ...again]) => again.some(({ control }) => control !== first.control))
      if (changed)
        return fail(
          'the repeat came under another control id',
          changed[0].control,
          changed.find(({ control }) => control !== changed[0].control)?.control ?? '',
          ...changed,
        )
      return repeats[0] ? pass('the repeat has the same MSH-10', ...repeats[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-007',
    level: 'MUST',
    title: 'does not send a message again that was refused with AR',
    statement: homeFirst('simulate', 'AR for a type of message is for a person to look at: the same message is not sent again.'),
    toSee: 'send a message about the person `refused`, and wait',
    kills: ['hl7-again-after-ar'],
    judge: (watch) => isEnd(watch, 'AR', 'AR'),
  },
  {
    id: 'HF-SND-008',
    level: 'MUST',
    title: 'does not send a message again unchanged that was refused with AE',
    statement: homeFirst('simulate', 'AE says that the message cannot be read: unchanged it is not sent again.'),
    toSee: 'send a message about the person `unprocessable`, and wait',
    kills: ['hl7-again-after-ae'],
    judge: (watch) => isEnd(watch, 'AE', 'AE'),
  },
  {
    id: 'HF-SND-009',
    level: 'GATE',
    title: 'waits some seconds for an acknowledgement before it sends again',
    statement: homeFirst('simulate', 'An answer may take some seconds; until then nothing is sent again.'),
    toSee: 'send a message about the person `slow`',
    kills: ['hl7-hasty'],
    judge: (watch) =>
      worst(
        things(watch, 'slow').map(([first, again]) => {
          if (again && again.atMs < (first.doneMs ?? Infinity))
            return fail(
              'the message came again before its acknowledgement',
              'one message',
              `the same ${secondsOf(again.atMs - first.atMs)} later`,
              first,
              again,
            )
          if (first.said === 'AA') return pass(`it waited for ${secondsOf((first.doneMs ?? 0) - first.atMs)}`, first)
          return first.doneMs === undefined
            ? waiting()
            : fail(
                'the connection was closed before the acknowledgement',
                'some seconds of patience',
                `closed after ${secondsOf(first.doneMs - first.atMs)}`,
                first,
              )
        }),
      ),
  },
  {
    id: 'HF-SND-010',
    level: 'GATE',
    title: 'takes no acknowledgement of another message for its own',
    statement: homeFirst('simulate', 'MSA-2 says which message is acknowledged; an acknowledgement of another is none.'),
    toSee: 'send a message about the person `mismatched`',
    kills: ['hl7-any-ack'],
    judge: (watch) => isRepeated(watch, ['mismatched'], 'the acknowledgement of another message'),
  },
  {
    id: 'HF-SND-011',
    level: 'MUST',
    title: 'writes in the character set that MSH-18 names',
    statement: hl7v2('2.16.9.18', 'This field contains the character set for the entire message.'),
    toSee: 'send a message; letters beyond ASCII need MSH-18',
    kills: ['hl7-charset'],
    judge(watch) {
      const sent = messages(watch)
      const bad = sent.find(({ faults }) => faults.includes('not in its character set'))
      if (bad)
        return fail(
          'bytes that are none of the character set of MSH-18',
          'UNICODE UTF-8 or 8859/1 in MSH-18, and bytes of it',
          'other bytes, or no MSH-18',
          bad,
        )
      return sent[0] ? pass('the bytes are as MSH-18 says', sent[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-012',
    level: 'GATE',
    title: 'sends only people of the 999 test range to a sandbox',
    statement: homeFirst('simulate', 'Only NHS numbers of the 999 test range belong in a sandbox.'),
    toSee: 'send a message',
    kills: ['hl7-real-person'],
    judge(watch) {
      const sent = messages(watch)
      const real = sent.find(({ isRealPerson }) => isRealPerson)
      if (real) return fail('an NHS number of another range came', '999…', 'another (nothing of the message was kept)', real)
      return sent[0] ? pass('all of the test range', sent[0]) : notSeen()
    },
  },
])
