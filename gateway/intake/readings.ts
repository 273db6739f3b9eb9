// The readings of one Bundle: each is bounded by its page, and all of them together by what one answer may hold.

import { limits } from '../config.ts'
import { fhirJson } from '../fhir/answer.ts'
import { outcomeOf, reasons, type Fault } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'
import { isReading, isRequest, readingOf, type BundleRequest } from './bundle-request.ts'
import { entryOfAnswer, withEntries, type ResponseEntry } from './bundle-response.ts'
import type { Incoming, IntakeHouse } from './receive.ts'

type AnswerTo = IntakeHouse['answerTo']

/**
 * Answers the readings of one Bundle until together they hold more than `limits.readings`, and after that each with 413: a Bundle's
 * answer stands in memory whole, and ten thousand large pages in one small request would end the process.
 */
export function boundedReadings(answerTo: AnswerTo, most: number = limits.readings): AnswerTo {
  let room = most
  return async (reading, from) => {
    if (room < 0) return tooLarge()
    const answer = await answerTo(reading, from)
    room -= answer.body.length
    return room < 0 ? tooLarge() : answer
  }
}

/** Stands in the answer that is kept where a reading is to be put in. */
export const toBeRead: ResponseEntry = { response: { status: '200' } }

/** Each may hold a page of 8 MiB before `limits.readings` hears of it. */
const readingsAtOnce = 4

/** What is read is read after the writing, as R4 orders it; it is not kept, so a repeat reads it anew. */
export async function withReadings(
  answer: StoredAnswer,
  requests: readonly (BundleRequest | readonly Fault[])[],
  from: Incoming,
  house: Pick<IntakeHouse, 'answerTo'>,
): Promise<StoredAnswer> {
  const put = new Map<number, ResponseEntry>()
  const answerTo = boundedReadings(house.answerTo)
  await someAtOnce([...requests.entries()], readingsAtOnce, async ([i, request]) => {
    if (isRequest(request) && isReading(request))
      put.set(i, entryOfAnswer(await answerTo(readingOf(request), from), from.base, true))
  })
  return put.size === 0 ? answer : withEntries(answer, put)
}

export async function someAtOnce<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
}

function tooLarge(): StoredAnswer {
  const text = 'the readings of this Bundle hold more together than one answer takes: ask for the rest in another'
  const body = JSON.stringify(outcomeOf('too-large', [{ id: 'readings-too-large', text }]))
  return { status: reasons['too-large'][0], headers: { 'content-type': fhirJson }, body }
}
