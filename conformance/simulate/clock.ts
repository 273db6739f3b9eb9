// The one clock of the simulator's log.

/** Milliseconds since 1970, and fractions of them: a product on the same machine asks again within the millisecond of its answer. */
export const nowMs = (): number => performance.timeOrigin + performance.now()
