// A write at an address: handed to the line as a message, and what the line answered.

import type { Answer, Ask, Handler } from './handler.ts'
import { receive, type Format, type Incoming } from './intake/receive.ts'
import type { StoredAnswer } from './store/store.ts'

/** A write goes through the line. */
export function through(format: Format): Handler {
  return async (ask, house) => answerOf(await receive(incomingOf(ask), format, house))
}

export function incomingOf({ params, headers, query, body, caller, at, requestId, base }: Ask): Incoming {
  const { type, id } = params
  return {
    bytes: body,
    contentType: headers.get('content-type') ?? '',
    headers,
    caller,
    at,
    requestId,
    base,
    ...(type && { target: id ? `${type}/${id}` : type }),
    ...(query.size > 0 && { query: query.toString() }),
  }
}

/** The plan that it answers held its audit. */
export function answerOf(answer: StoredAnswer): Answer {
  return { ...answer, isAudited: true }
}
