// From a MessageDefinition to what a message is held against.

import { bare } from './definition.ts'
import type { MessagePlan } from './plan.ts'

/** The fields of a MessageDefinition that are read. */
export interface MessageDefinition {
  readonly url?: string
  readonly version?: string
  readonly eventCoding?: { readonly system?: string; readonly code?: string }
  readonly eventUri?: string
  readonly focus?: readonly { readonly code: string; readonly profile?: string; readonly min?: number; readonly max?: string }[]
  readonly allowedResponse?: readonly { readonly message: string }[]
}

export function messagePlan(definition: MessageDefinition): MessagePlan {
  const { url = '', version, eventCoding, eventUri, focus = [], allowedResponse = [] } = definition
  const { system, code } = eventCoding ?? {}
  return {
    url,
    ...(version !== undefined && { version }),
    event: {
      ...(system !== undefined && { system }),
      ...(code !== undefined && { code }),
      ...(eventUri !== undefined && { uri: eventUri }),
    },
    focus: focus.map(({ code: type, profile, min = 0, max }) => ({
      code: type,
      min,
      ...(profile !== undefined && { profile: bare(profile) }),
      ...(max !== undefined && max !== '*' && { max: Number(max) }),
    })),
    allowedResponses: allowedResponse.map(({ message }) => bare(message)),
  }
}
