// Discovery as a scene: where it is, and the document that stands there.

import { holds, status } from '../expect.ts'
import { isRecord, textAt } from '../json.ts'
import type { Trial } from '../trial.ts'

export const place = '.well-known/smart-configuration'

/** Held to be a JSON object that names a token endpoint. */
export async function found(t: Trial): Promise<Readonly<Record<string, unknown>>> {
  const answer = await t.anyone.get(place, { accept: 'application/json' })
  status(answer, 200, 'discovery')
  holds(isRecord(answer.json), 'discovery', 'a JSON object', answer.text)
  holds(URL.canParse(textAt(answer.json, 'token_endpoint')), 'discovery', 'a token_endpoint', answer.json)
  return answer.json
}
