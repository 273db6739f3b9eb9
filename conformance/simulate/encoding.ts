// A request's body as it was before it was compressed for the way, within the same limit.

import { gunzipSync } from 'node:zlib'
import type { Incoming } from './incoming.ts'
import { refused, type Reply } from './reply.ts'

const gzips = ['gzip', 'x-gzip']

/** The request as if it had come without an encoding; 415 for one that is not gzip, 413 where more comes of it than may, 400 where nothing does. */
export function decoded(incoming: Incoming, limit: number): Incoming | Reply {
  const { 'content-encoding': encoding = '', ...headers } = incoming.headers
  const coding = encoding.trim().toLowerCase()
  if (coding === '' || coding === 'identity') return incoming
  if (!gzips.includes(coding)) return otherEncoding
  try {
    return { ...incoming, headers, bytes: gunzipSync(incoming.bytes, { maxOutputLength: limit }) }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? refused(413, 'too-long', 'REC_BAD_REQUEST', `at most ${limit} bytes, unpacked too`) : notGzip
  }
}

const notGzip = refused(400, 'structure', 'REC_BAD_REQUEST', 'the body is no gzip, though its header says so')

const otherEncoding = refused(415, 'not-supported', 'REC_UNSUPPORTED_MEDIA_TYPE', 'of encodings the simulator takes gzip alone', {
  'accept-encoding': 'gzip',
})
