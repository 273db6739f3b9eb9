// What the readings of one Bundle may hold together: each is bounded by its page, and thousands of them are not.

import { limits } from '../config.ts'
import { fhirJson } from '../fhir/answer.ts'
import { outcomeOf, reasons } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'
import type { IntakeHouse } from './receive.ts'

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

function tooLarge(): StoredAnswer {
  const text = 'the readings of this Bundle hold more together than one answer takes: ask for the rest in another'
  const body = JSON.stringify(outcomeOf('too-large', [{ id: 'readings-too-large', text }]))
  return { status: reasons['too-large'][0], headers: { 'content-type': fhirJson }, body }
}
