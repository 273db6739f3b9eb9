// The body of a request, as far as it is let in.

import { limits } from './config.ts'
import { Refusal } from './refusal.ts'

/** A client that goes away, or is sent away because it took too long, is no fault of ours. */
export async function wholeBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  try {
    return await bodyOf(request, maxBytes)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('timeout', { id: 'request-aborted', text: 'the connection ended before the request did' })
  }
}

/** Reads within the limit; beyond it the rest is read and thrown away, so that the sender hears why. */
async function bodyOf(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? ''))
    throw new Refusal('unsupported-media-type', {
      id: 'content-encoding',
      text: 'send the body as it is, not compressed',
      location: 'Content-Encoding',
    })
  const length = Number(request.headers.get('content-length') ?? NaN)
  // Node lets no more through than was announced: it can be read at one go.
  if (length <= maxBytes) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return new Uint8Array()
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
    if (size > limits.drained) break
  }
  if (size > maxBytes)
    throw new Refusal('too-large', {
      id: 'body-too-large',
      text: `the body is larger than ${maxBytes} bytes`,
    })
  return Buffer.concat(chunks)
}
