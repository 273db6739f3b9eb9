// Answers that are no FHIR: JSON that any page may read, and plain text.

import type { Answer } from './handler.ts'

export const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  body: JSON.stringify(value),
})

export const text = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})
