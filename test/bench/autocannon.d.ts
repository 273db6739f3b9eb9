// What of autocannon 9 the bench uses; the package brings no types.

declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Request) => Request
  }

  interface Options {
    url: string
    connections: number
    amount: number
    timeout?: number
    sampleInt?: number
    requests: Request[]
    verifyBody?: (body: string) => boolean
  }

  interface Result {
    errors: number
    mismatches: number
    non2xx: number
    '2xx': number
  }

  export default function autocannon(options: Options): EventEmitter & Promise<Result>
}
